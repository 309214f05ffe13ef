; What installer and uninstaller both need

; Opens an ${If}: whether the command line has this switch
!macro IfSwitch SWITCH
  ClearErrors
  ${GetOptions} $Parameters "${SWITCH}" $R9
  ${IfNot} ${Errors}
!macroend

; Opens an ${If}: whether it shall be for everyone and this process has no right to do so
!macro IfMayNot
  UserInfo::GetAccountType
  Pop $R9
  ${If} $AllUsers = 1
  ${AndIf} $R9 != "Admin"
!macroend

!macro UseContext
  ${If} $AllUsers = 1
    SetShellVarContext all
  ${Else}
    SetShellVarContext current
  ${EndIf}
!macroend

!macro Refuse CODE TEXT
  MessageBox MB_OK|MB_ICONSTOP "${TEXT}" /SD IDOK
  SetErrorLevel ${CODE}
  Quit
!macroend

!macro ChooseAsBefore VALUE SECTION
  ReadRegDWORD $0 SHCTX "${UNINSTALL_KEY}" "${VALUE}"
  ${If} $0 = 1
    !insertmacro SelectSection ${SECTION}
  ${Else}
    !insertmacro UnselectSection ${SECTION}
  ${EndIf}
!macroend

; Windows lets nobody write into a program that runs: that is how one is known. Silently it is an exit code.
!macro WaitUntilClosed FOLDER
  !insertmacro WaitUntilFree "${FOLDER}\${WINDOW}"
  !insertmacro WaitUntilFree "${FOLDER}\${CONSOLE}"
!macroend

!macro WaitUntilFree FILE
  ${DoWhile} ${FileExists} "${FILE}"
    ClearErrors
    FileOpen $R8 "${FILE}" a
    ${IfNot} ${Errors}
      FileClose $R8
      ${ExitDo}
    ${EndIf}
    ${If} ${Cmd} `MessageBox MB_RETRYCANCEL|MB_ICONEXCLAMATION "$(RUNNING_TEXT)" /SD IDCANCEL IDCANCEL`
      SetErrorLevel ${RUNNING}
      Quit
    ${EndIf}
  ${Loop}
!macroend
