; A folder ($0) on PATH, and off it again.
;
; PATH never becomes a string of NSIS, whose strings end after 1,023 characters and would cut a longer one off. It stays
; in memory of the System plugin, is compared entry by entry, and keeps its type (%SystemRoot% stays as it is).
;
; Registers of the macros: $1 key, $2 error, $3 type of the value, $4 its bytes, $5 room, $6 the text, $7 the entry in
; it or 0, $8 what follows the entry, $9 a character.

!define MACHINE_ENVIRONMENT "SYSTEM\CurrentControlSet\Control\Session Manager\Environment"
!define HKCU_HANDLE 0x80000001
!define HKLM_HANDLE 0x80000002
!define QUERY_AND_SET 0x103 ; KEY_QUERY_VALUE, KEY_SET_VALUE, KEY_WOW64_64KEY
!define SEMICOLON 59

; Opens an ${If}: whether PATH could be read. A user may have none of their own.
!macro IfPathIsRead
  ${If} $AllUsers = 1
    System::Call 'advapi32::RegOpenKeyExW(p ${HKLM_HANDLE}, w "${MACHINE_ENVIRONMENT}", i 0, i ${QUERY_AND_SET}, *p .r1) i .r2'
  ${Else}
    System::Call 'advapi32::RegOpenKeyExW(p ${HKCU_HANDLE}, w "Environment", i 0, i ${QUERY_AND_SET}, *p .r1) i .r2'
  ${EndIf}
  StrCpy $6 0
  ${If} $2 = 0
    System::Call 'advapi32::RegQueryValueExW(p r1, w "Path", p 0, *i .r3, p 0, *i .r4) i .r2'
    ${If} $2 = 2 ; ERROR_FILE_NOT_FOUND
      StrCpy $2 0
      StrCpy $3 2 ; REG_EXPAND_SZ
      StrCpy $4 0
    ${EndIf}
    ${If} $2 = 0
    ${AndIf} $3 >= 1 ; REG_SZ
    ${AndIf} $3 <= 2
      StrLen $5 "$0"
      IntOp $5 $5 * 2
      IntOp $5 $5 + $4
      IntOp $5 $5 + 8 ; a semicolon, an end, and an end that the value may lack
      System::Alloc $5 ; zeroed
      Pop $6
    ${EndIf}
  ${EndIf}
  ${If} $6 <> 0
  ${AndIf} $4 > 0
    System::Call 'advapi32::RegQueryValueExW(p r1, w "Path", p 0, p 0, p r6, *i $4 r4) i .r2'
    ${If} $2 <> 0
      System::Free $6
      StrCpy $6 0
    ${EndIf}
  ${EndIf}
  ${If} $6 <> 0
!macroend

!macro FindEntry
  StrCpy $7 $6
  ${Do}
    System::Call 'shlwapi::StrStrIW(p r7, w r0) p .r7'
    ${If} $7 = 0
      ${ExitDo}
    ${EndIf}
    StrLen $8 "$0"
    IntOp $8 $8 * 2
    IntOp $8 $7 + $8
    System::Call '*$8(&i2 .r9)'
    ${If} $9 = 0
    ${OrIf} $9 = ${SEMICOLON}
      ${If} $7 = $6
        ${ExitDo}
      ${EndIf}
      IntOp $9 $7 - 2
      System::Call '*$9(&i2 .r9)'
      ${If} $9 = ${SEMICOLON}
        ${ExitDo}
      ${EndIf}
    ${EndIf}
    IntOp $7 $7 + 2
  ${Loop}
!macroend

!macro WritePath
  System::Call 'kernel32::lstrlenW(p r6) i .r8'
  ${If} $8 = 0
    System::Call 'advapi32::RegDeleteValueW(p r1, w "Path") i .r2'
  ${Else}
    IntOp $8 $8 + 1
    IntOp $8 $8 * 2
    System::Call 'advapi32::RegSetValueExW(p r1, w "Path", i 0, i r3, p r6, i r8) i .r2'
  ${EndIf}
  SendMessage ${HWND_BROADCAST} ${WM_SETTINGCHANGE} 0 "STR:Environment" /TIMEOUT=5000
!macroend

!macro EndPath
    System::Free $6
  ${EndIf}
  ${If} $1 <> 0
    System::Call 'advapi32::RegCloseKey(p r1)'
  ${EndIf}
!macroend

Function AddToPath
  System::Store S
  !insertmacro IfPathIsRead
    !insertmacro FindEntry
    ${If} $7 = 0
      System::Call 'kernel32::lstrlenW(p r6) i .r8'
      ${If} $8 > 0
        IntOp $8 $8 - 1
        IntOp $8 $8 * 2
        IntOp $8 $6 + $8
        System::Call '*$8(&i2 .r9)'
        ${If} $9 <> ${SEMICOLON}
          System::Call 'kernel32::lstrcatW(p r6, w ";")'
        ${EndIf}
      ${EndIf}
      System::Call 'kernel32::lstrcatW(p r6, w r0)'
      !insertmacro WritePath
    ${EndIf}
  !insertmacro EndPath
  System::Store L
FunctionEnd

!macro RemoveFromPath UN
Function ${UN}RemoveFromPath
  System::Store S
  !insertmacro IfPathIsRead
    !insertmacro FindEntry
    ${If} $7 <> 0
      System::Call '*$8(&i2 .r9)'
      ${If} $9 = ${SEMICOLON}
        IntOp $8 $8 + 2 ; the semicolon behind it goes too
      ${ElseIf} $7 <> $6
        IntOp $7 $7 - 2 ; or the one before it
      ${EndIf}
      System::Call 'kernel32::lstrlenW(p r8) i .r9'
      IntOp $9 $9 + 1
      IntOp $9 $9 * 2
      System::Call 'kernel32::RtlMoveMemory(p r7, p r8, i r9)'
      !insertmacro WritePath
    ${EndIf}
  !insertmacro EndPath
  System::Store L
FunctionEnd
!macroend
!insertmacro RemoveFromPath ""
!insertmacro RemoveFromPath "un."
