; The Windows installer. installer.py compiles it and hands over:
;   VERSION, NUMBERS  "0.1.0" and "0.1.0.0"
;   PARTS             a generated file: what is installed, and every file name extension of a picture
;   ICON, OUTPUT      the icon, and the installer to write
;   SIZE_KB           what the installed files take, for the system's list of programs
;   PUBLISHER, HOMEPAGE  left out while they are empty
;   SIGN              there if the environment's WHATSIT_SIGN_COMMAND is to sign installer and uninstaller
;
; Switches, exit codes and what is written where: docs/packaging.md

Unicode true
SetCompressor lzma
SetCompressorDictSize 64
SetDateSave off ; the installer's bytes do not depend on the day
AllowSkipFiles off
ManifestDPIAware true
ManifestLongPathAware true
ManifestSupportedOS Win10
RequestExecutionLevel user ; administrator's rights are asked for only by those who install for everyone

!define NAME "Whatsit"
!define APP_ID "app.whatsit.Whatsit"
!define WINDOW "whatsit-window.exe"
!define CONSOLE "whatsit.exe"
!define UNINSTALLER "uninstall-whatsit.exe" ; on PATH "uninstall" would promise more than it does
!define DATA_FOLDER "whatsit"               ; in %LOCALAPPDATA%; app/paths.py
!define UNINSTALL_KEY "Software\Microsoft\Windows\CurrentVersion\Uninstall\${APP_ID}"

!define NOWHERE "$WINDIR\${NAME}" ; says that there was no /D=, and lets Browse append the program's name

!define UNSUITABLE 3
!define RUNNING 4
!define NO_RIGHTS 5
!define TWICE 6

Name "${NAME}"
OutFile "${OUTPUT}"
InstallDir "${NOWHERE}"
BrandingText "${NAME} ${VERSION}"
ShowInstDetails nevershow
ShowUninstDetails nevershow

!ifdef SIGN
  !finalize '$%WHATSIT_SIGN_COMMAND% "%1"' = 0
  !uninstfinalize '$%WHATSIT_SIGN_COMMAND% "%1"' = 0
!endif

VIProductVersion "${NUMBERS}"
VIFileVersion "${NUMBERS}"
VIAddVersionKey "ProductName" "${NAME}"
VIAddVersionKey "ProductVersion" "${VERSION}"
VIAddVersionKey "FileVersion" "${VERSION}"
VIAddVersionKey "FileDescription" "${NAME} Setup"
VIAddVersionKey "CompanyName" "The Whatsit authors"
VIAddVersionKey "LegalCopyright" "The Whatsit authors. Apache-2.0"

!include MUI2.nsh
!include nsDialogs.nsh
!include LogicLib.nsh
!include FileFunc.nsh
!include Sections.nsh
!include WinVer.nsh
!include x64.nsh
!include Win\COM.nsh
!include Win\Propkey.nsh

Var Parameters  ; the command line, without /D=
Var AllUsers    ; 1: for everyone on this computer
Var ModeGiven   ; 1: the command line says for whom
Var Chosen      ; the folder of /D=
Var Former      ; where it is installed already
Var Mutex
Var AllButton

!include "${PARTS}"
!include "shortcuts.nsh"
!include "associations.nsh"
!include "path.nsh"
!include "common.nsh"

!define MUI_ICON "${ICON}"
!define MUI_UNICON "${ICON}"
!define MUI_ABORTWARNING
!define MUI_COMPONENTSPAGE_SMALLDESC
!define MUI_FINISHPAGE_RUN
!define MUI_FINISHPAGE_RUN_FUNCTION Start

Page custom ModePage ModeLeave
!insertmacro MUI_PAGE_DIRECTORY
!insertmacro MUI_PAGE_COMPONENTS
!insertmacro MUI_PAGE_INSTFILES
!insertmacro MUI_PAGE_FINISH
!insertmacro MUI_UNPAGE_COMPONENTS
!insertmacro MUI_UNPAGE_INSTFILES
!insertmacro MUI_LANGUAGE "English"
!insertmacro MUI_LANGUAGE "German"
!include "english.nsh"
!include "german.nsh"

; -- What is installed

Section "$(PROGRAM)" Program
  SectionIn RO
  Call CloseFormer
  Call RemoveFormer
  SetOutPath "$INSTDIR"
  WriteUninstaller "$INSTDIR\${UNINSTALLER}" ; first, so that half an installation can be taken away
  Call Register
  !insertmacro InstallFiles
  SetOutPath "$INSTDIR"
  !insertmacro Shortcut "$SMPROGRAMS\${NAME}.lnk"
SectionEnd

Section "$(OPEN_WITH)" OpenWith
  Call OfferOpenWith
  WriteRegDWORD SHCTX "${UNINSTALL_KEY}" "OpenWith" 1
SectionEnd

Section /o "$(DESKTOP)" Desktop
  !insertmacro Shortcut "$DESKTOP\${NAME}.lnk"
  WriteRegDWORD SHCTX "${UNINSTALL_KEY}" "Desktop" 1
SectionEnd

Section /o "$(ON_PATH)" OnPath
  StrCpy $0 "$INSTDIR"
  Call AddToPath
  WriteRegDWORD SHCTX "${UNINSTALL_KEY}" "OnPath" 1
SectionEnd

Section "-Tidy"
  Call TakeBackWhatIsNoLongerWanted
  ${RefreshShellIcons} ; tells the shell that associations have changed
SectionEnd

!insertmacro MUI_FUNCTION_DESCRIPTION_BEGIN
  !insertmacro MUI_DESCRIPTION_TEXT ${Program} "$(PROGRAM_TEXT)"
  !insertmacro MUI_DESCRIPTION_TEXT ${OpenWith} "$(OPEN_WITH_TEXT)"
  !insertmacro MUI_DESCRIPTION_TEXT ${Desktop} "$(DESKTOP_TEXT)"
  !insertmacro MUI_DESCRIPTION_TEXT ${OnPath} "$(ON_PATH_TEXT)"
!insertmacro MUI_FUNCTION_DESCRIPTION_END

; -- Before the first page

Function .onInit
  SetRegView 64
  StrCpy $Chosen "$INSTDIR"
  ${If} $Chosen == "${NOWHERE}"
    StrCpy $Chosen ""
  ${EndIf}
  ${GetParameters} $Parameters
  ${IfNot} ${RunningX64}
  ${OrIfNot} ${AtLeastBuild} 17763 ; Windows 10 1809, the oldest that Qt runs on
    !insertmacro Refuse ${UNSUITABLE} "$(UNSUITABLE_TEXT)"
  ${EndIf}
  Call HoldMutex
  Call ChooseMode
  Call EnterMode
  Call ChooseSections
FunctionEnd

Function HoldMutex
  System::Call 'kernel32::CreateMutexW(p 0, i 0, w "${APP_ID}.setup") p .r1 ?e'
  Pop $0
  StrCpy $Mutex $1
  ${If} $0 = 183 ; ERROR_ALREADY_EXISTS
    !insertmacro Refuse ${TWICE} "$(TWICE_TEXT)"
  ${EndIf}
FunctionEnd

; For whom: what the command line says, else as it is installed already, else for the current user
Function ChooseMode
  StrCpy $AllUsers 0
  StrCpy $ModeGiven 0
  ReadRegStr $0 HKCU "${UNINSTALL_KEY}" "InstallLocation"
  ReadRegStr $1 HKLM "${UNINSTALL_KEY}" "InstallLocation"
  ${If} $0 == ""
  ${AndIf} $1 != ""
    StrCpy $AllUsers 1
  ${EndIf}
  !insertmacro IfSwitch "/AllUsers"
    StrCpy $AllUsers 1
    StrCpy $ModeGiven 1
  ${EndIf}
  !insertmacro IfSwitch "/CurrentUser"
    StrCpy $AllUsers 0
    StrCpy $ModeGiven 1
  ${EndIf}
  !insertmacro IfMayNot
    ${If} ${Silent}
      SetErrorLevel ${NO_RIGHTS}
      Quit
    ${ElseIf} $ModeGiven = 1
      Call Elevate
      SetErrorLevel ${NO_RIGHTS}
      Quit
    ${EndIf}
  ${EndIf}
FunctionEnd

Function EnterMode
  !insertmacro UseContext
  ReadRegStr $Former SHCTX "${UNINSTALL_KEY}" "InstallLocation"
  ${If} $Chosen != ""
    StrCpy $INSTDIR "$Chosen"
  ${ElseIf} $Former != ""
    StrCpy $INSTDIR "$Former"
  ${ElseIf} $AllUsers = 1
    StrCpy $INSTDIR "$PROGRAMFILES64\${NAME}"
  ${Else}
    StrCpy $INSTDIR "$LOCALAPPDATA\Programs\${NAME}"
  ${EndIf}
FunctionEnd

; What was chosen the last time is chosen again
Function ChooseSections
  ${If} $Former != ""
    !insertmacro ChooseAsBefore "OpenWith" ${OpenWith}
    !insertmacro ChooseAsBefore "Desktop" ${Desktop}
    !insertmacro ChooseAsBefore "OnPath" ${OnPath}
  ${EndIf}
  !insertmacro IfSwitch "/NoOpenWith"
    !insertmacro UnselectSection ${OpenWith}
  ${EndIf}
  !insertmacro IfSwitch "/DesktopShortcut"
    !insertmacro SelectSection ${Desktop}
  ${EndIf}
  !insertmacro IfSwitch "/AddToPath"
    !insertmacro SelectSection ${OnPath}
  ${EndIf}
FunctionEnd

; -- For whom

Function ModePage
  ${If} $ModeGiven = 1
    Abort ; passes over the page
  ${EndIf}
  !insertmacro MUI_HEADER_TEXT "$(MODE_TITLE)" "$(MODE_TEXT)"
  nsDialogs::Create 1018
  Pop $0
  ${NSD_CreateRadioButton} 0 10u 100% 12u "$(MODE_CURRENT)"
  Pop $1
  ${NSD_CreateRadioButton} 0 30u 100% 12u "$(MODE_ALL)"
  Pop $AllButton
  ${If} $AllUsers = 1
    ${NSD_Check} $AllButton
  ${Else}
    ${NSD_Check} $1
  ${EndIf}
  nsDialogs::Show
FunctionEnd

Function ModeLeave
  ${NSD_GetState} $AllButton $AllUsers ; BST_CHECKED is 1
  !insertmacro IfMayNot
    Call Elevate
    Abort
  ${EndIf}
  Call EnterMode
  Call ChooseSections
FunctionEnd

; Begins anew with an administrator's rights and ends here; comes back if the user says no
Function Elevate
  System::Call 'kernel32::CloseHandle(p $Mutex)'
  StrCpy $0 "$Parameters /AllUsers"
  ${If} $Chosen != ""
    StrCpy $0 "$0 /D=$Chosen"
  ${EndIf}
  ClearErrors
  ExecShell "runas" "$EXEPATH" "$0"
  ${IfNot} ${Errors}
    Quit
  ${EndIf}
  Call HoldMutex
FunctionEnd

; -- Over an older version

Function CloseFormer
  ${If} $Former != ""
    !insertmacro WaitUntilClosed "$Former"
  ${EndIf}
  !insertmacro WaitUntilClosed "$INSTDIR"
FunctionEnd

; The older version's own uninstaller knows its files. With /Upgrade it leaves all that is not a file or an association,
; and so it must in every version to come.
Function RemoveFormer
  ${If} $Former != ""
  ${AndIf} ${FileExists} "$Former\${UNINSTALLER}"
    ExecWait '"$Former\${UNINSTALLER}" /S /Upgrade _?=$Former'
    ${If} $Former != $INSTDIR
      Delete "$Former\${UNINSTALLER}"
      RMDir "$Former"
    ${EndIf}
  ${EndIf}
FunctionEnd

Function Register
  WriteRegStr SHCTX "${UNINSTALL_KEY}" "DisplayName" "${NAME}"
  WriteRegStr SHCTX "${UNINSTALL_KEY}" "DisplayVersion" "${VERSION}"
  WriteRegStr SHCTX "${UNINSTALL_KEY}" "DisplayIcon" '"$INSTDIR\${WINDOW}",0'
  WriteRegStr SHCTX "${UNINSTALL_KEY}" "InstallLocation" "$INSTDIR"
  WriteRegStr SHCTX "${UNINSTALL_KEY}" "UninstallString" '"$INSTDIR\${UNINSTALLER}"'
  WriteRegStr SHCTX "${UNINSTALL_KEY}" "QuietUninstallString" '"$INSTDIR\${UNINSTALLER}" /S'
  WriteRegDWORD SHCTX "${UNINSTALL_KEY}" "EstimatedSize" ${SIZE_KB}
  WriteRegDWORD SHCTX "${UNINSTALL_KEY}" "NoModify" 1
  WriteRegDWORD SHCTX "${UNINSTALL_KEY}" "NoRepair" 1
  !ifdef PUBLISHER
    WriteRegStr SHCTX "${UNINSTALL_KEY}" "Publisher" "${PUBLISHER}"
  !endif
  !ifdef HOMEPAGE
    WriteRegStr SHCTX "${UNINSTALL_KEY}" "URLInfoAbout" "${HOMEPAGE}"
  !endif
FunctionEnd

Function TakeBackWhatIsNoLongerWanted
  ${IfNot} ${SectionIsSelected} ${OpenWith}
    DeleteRegValue SHCTX "${UNINSTALL_KEY}" "OpenWith" ; the associations went with the older version
  ${EndIf}
  ReadRegDWORD $1 SHCTX "${UNINSTALL_KEY}" "Desktop"
  ${If} $1 = 1
  ${AndIfNot} ${SectionIsSelected} ${Desktop}
    Delete "$DESKTOP\${NAME}.lnk"
    DeleteRegValue SHCTX "${UNINSTALL_KEY}" "Desktop"
  ${EndIf}
  ReadRegDWORD $1 SHCTX "${UNINSTALL_KEY}" "OnPath"
  ${If} $1 = 1
    StrCpy $0 "$Former"
    ${If} $Former != $INSTDIR
    ${AndIf} $Former != ""
      Call RemoveFromPath
    ${ElseIfNot} ${SectionIsSelected} ${OnPath}
      Call RemoveFromPath
    ${EndIf}
    ${IfNot} ${SectionIsSelected} ${OnPath}
      DeleteRegValue SHCTX "${UNINSTALL_KEY}" "OnPath"
    ${EndIf}
  ${EndIf}
FunctionEnd

; Through the shell, so that the program does not get the installer's rights
Function Start
  Exec '"$WINDIR\explorer.exe" "$INSTDIR\${WINDOW}"'
FunctionEnd

; -- Uninstalling

Section "un.$(PROGRAM)" un.Program
  SectionIn RO
  !insertmacro RemoveFiles
  Call un.WithdrawOpenWith
  !insertmacro IfSwitch "/Upgrade"
    Return
  ${EndIf}
  Delete "$SMPROGRAMS\${NAME}.lnk"
  ReadRegDWORD $1 SHCTX "${UNINSTALL_KEY}" "Desktop"
  ${If} $1 = 1
    Delete "$DESKTOP\${NAME}.lnk"
  ${EndIf}
  ReadRegDWORD $1 SHCTX "${UNINSTALL_KEY}" "OnPath"
  ${If} $1 = 1
    StrCpy $0 "$INSTDIR"
    Call un.RemoveFromPath
  ${EndIf}
  DeleteRegKey SHCTX "${UNINSTALL_KEY}"
  Delete "$INSTDIR\${UNINSTALLER}"
  SetOutPath "$TEMP" ; a folder that is somebody's current one cannot be removed
  RMDir "$INSTDIR"
  ${RefreshShellIcons}
SectionEnd

; The data of who uninstalls, never another user's. `rd` removes a link and not what lies behind it.
Section /o "un.$(DATA)" un.Data
  SetShellVarContext current
  ${If} ${FileExists} "$LOCALAPPDATA\${DATA_FOLDER}\*.*"
    nsExec::Exec '"$SYSDIR\cmd.exe" /d /c rd /s /q "$LOCALAPPDATA\${DATA_FOLDER}"'
    Pop $0
  ${EndIf}
  !insertmacro UseContext
SectionEnd

!insertmacro MUI_UNFUNCTION_DESCRIPTION_BEGIN
  !insertmacro MUI_DESCRIPTION_TEXT ${un.Program} "$(UN_PROGRAM_TEXT)"
  !insertmacro MUI_DESCRIPTION_TEXT ${un.Data} "$(DATA_TEXT)"
!insertmacro MUI_UNFUNCTION_DESCRIPTION_END

Function un.onInit
  SetRegView 64
  ${GetParameters} $Parameters
  StrCpy $AllUsers 0
  ReadRegStr $0 HKLM "${UNINSTALL_KEY}" "InstallLocation"
  ${If} $0 == $INSTDIR
    StrCpy $AllUsers 1
  ${EndIf}
  !insertmacro IfMayNot
    ${IfNot} ${Silent}
      ExecShell "runas" "$INSTDIR\${UNINSTALLER}" "$Parameters"
    ${EndIf}
    SetErrorLevel ${NO_RIGHTS}
    Quit
  ${EndIf}
  !insertmacro UseContext
  !insertmacro WaitUntilClosed "$INSTDIR"
  !insertmacro IfSwitch "/RemoveData"
    !insertmacro SelectSection ${un.Data}
  ${EndIf}
FunctionEnd
