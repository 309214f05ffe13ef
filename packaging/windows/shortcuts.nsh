; A shortcut with the application's id, so that the window and what is pinned share one button of the task bar. NSIS's
; own CreateShortcut knows no id: the file is read again, given its id and written.

!macro Shortcut FILE
  CreateShortcut "${FILE}" "$INSTDIR\${WINDOW}" "" "$INSTDIR\${WINDOW}" 0 SW_SHOWNORMAL "" "$(DESCRIPTION)"
  Push "${FILE}"
  Call GiveShortcutId
!macroend

Function GiveShortcutId
  System::Store S
  Pop $5
  !insertmacro ComHlpr_CreateInProcInstance ${CLSID_ShellLink} ${IID_IShellLink} r0 ""
  ${If} $0 P<> 0
    ${IUnknown::QueryInterface} $0 '("${IID_IPersistFile}",.r1)'
    ${If} $1 P<> 0
      ${IPersistFile::Load} $1 '("$5",${STGM_READWRITE})'
      ${IUnknown::QueryInterface} $0 '("${IID_IPropertyStore}",.r2)'
      ${If} $2 P<> 0
        System::Call '*${SYSSTRUCT_PROPERTYKEY}(${PKEY_AppUserModel_ID})p.r3'
        System::Call '*(&w64 "${APP_ID}")p.r4'
        System::Call '*(&i2 ${VT_LPWSTR},&i6 0,p r4,p 0)p.r6' ; a PROPVARIANT
        ${IPropertyStore::SetValue} $2 '($3,$6)'
        ${IPropertyStore::Commit} $2 ""
        System::Free $6
        System::Free $4
        System::Free $3
        ${IUnknown::Release} $2 ""
        ${IPersistFile::Save} $1 '("$5",1)'
      ${EndIf}
      ${IUnknown::Release} $1 ""
    ${EndIf}
    ${IUnknown::Release} $0 ""
  ${EndIf}
  System::Store L
FunctionEnd
