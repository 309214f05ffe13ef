; "Open with" for pictures and folders. Nothing here makes Whatsit the default for anything: a default is the user's
; choice, in the system's settings, where the capabilities below make Whatsit appear.

!define CLASSES "Software\Classes"
!define PROGID "Whatsit.Picture"
!define APPLICATION "${CLASSES}\Applications\${WINDOW}"
!define FOLDER_VERB "${CLASSES}\Directory\shell\${APP_ID}"
!define PRODUCT_KEY "Software\${APP_ID}"
!define CAPABILITIES "${PRODUCT_KEY}\Capabilities"

!macro OfferFor EXTENSION
  WriteRegStr SHCTX "${APPLICATION}\SupportedTypes" "${EXTENSION}" ""
  WriteRegStr SHCTX "${CLASSES}\${EXTENSION}\OpenWithProgids" "${PROGID}" ""
  WriteRegStr SHCTX "${CAPABILITIES}\FileAssociations" "${EXTENSION}" "${PROGID}"
!macroend

!macro WithdrawFrom EXTENSION
  DeleteRegValue SHCTX "${CLASSES}\${EXTENSION}\OpenWithProgids" "${PROGID}"
  DeleteRegKey /ifempty SHCTX "${CLASSES}\${EXTENSION}\OpenWithProgids"
  DeleteRegKey /ifempty SHCTX "${CLASSES}\${EXTENSION}"
!macroend

; "Player": one start for any number of chosen pictures, else Windows offers it for fifteen at most
!macro OpenVerb KEY
  WriteRegStr SHCTX "${KEY}\shell\open" "MultiSelectModel" "Player"
  WriteRegStr SHCTX "${KEY}\shell\open\command" "" '"$INSTDIR\${WINDOW}" "%1"'
!macroend

Function OfferOpenWith
  WriteRegStr SHCTX "${APPLICATION}" "FriendlyAppName" "${NAME}"
  WriteRegStr SHCTX "${APPLICATION}" "AppUserModelID" "${APP_ID}"
  WriteRegStr SHCTX "${APPLICATION}\DefaultIcon" "" '"$INSTDIR\${WINDOW}",0'
  !insertmacro OpenVerb "${APPLICATION}"

  WriteRegStr SHCTX "${CLASSES}\${PROGID}" "" "$(PICTURE)"
  WriteRegStr SHCTX "${CLASSES}\${PROGID}" "AppUserModelID" "${APP_ID}"
  WriteRegStr SHCTX "${CLASSES}\${PROGID}\DefaultIcon" "" '"$INSTDIR\${WINDOW}",0'
  !insertmacro OpenVerb "${CLASSES}\${PROGID}"

  WriteRegStr SHCTX "${FOLDER_VERB}" "" "$(OPEN_FOLDER)"
  WriteRegStr SHCTX "${FOLDER_VERB}" "Icon" '"$INSTDIR\${WINDOW}",0'
  WriteRegStr SHCTX "${FOLDER_VERB}\command" "" '"$INSTDIR\${WINDOW}" "%1"'

  WriteRegStr SHCTX "${CAPABILITIES}" "ApplicationName" "${NAME}"
  WriteRegStr SHCTX "${CAPABILITIES}" "ApplicationDescription" "$(DESCRIPTION)"
  WriteRegStr SHCTX "Software\RegisteredApplications" "${APP_ID}" "${CAPABILITIES}"
  !insertmacro EachExtension OfferFor
FunctionEnd

Function un.WithdrawOpenWith
  !insertmacro EachExtension WithdrawFrom
  DeleteRegValue SHCTX "Software\RegisteredApplications" "${APP_ID}"
  DeleteRegKey SHCTX "${PRODUCT_KEY}"
  DeleteRegKey SHCTX "${FOLDER_VERB}"
  DeleteRegKey SHCTX "${CLASSES}\${PROGID}"
  DeleteRegKey SHCTX "${APPLICATION}"
FunctionEnd
