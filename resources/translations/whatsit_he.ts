<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="he" sourcelanguage="en">
    <context>
        <name>AboutPage</name>
        <message>
            <source>About Whatsit</source>
            <translation>אודות Whatsit</translation>
        </message>
        <message>
            <source>Drop a picture and see what it is.</source>
            <translation>גררו תמונה וראו מה היא.</translation>
        </message>
        <message>
            <source>Libraries</source>
            <translation>ספריות</translation>
        </message>
        <message>
            <source>Licences</source>
            <translation>רישיונות</translation>
        </message>
        <message>
            <source>Models</source>
            <translation>מודלים</translation>
        </message>
        <message>
            <source>Pictures</source>
            <translation>תמונות</translation>
        </message>
        <message>
            <source>System</source>
            <translation>מערכת</translation>
        </message>
        <message>
            <source>The licences of everything inside, word for word, are in %1</source>
            <translation>הרישיונות של כל מה שבפנים, מילה במילה, נמצאים ב־%1</translation>
        </message>
        <message>
            <source>Versions</source>
            <translation>גרסאות</translation>
        </message>
        <message>
            <source>Whatsit is free software under the Apache License 2.0.</source>
            <translation>Whatsit היא תוכנה חופשית ברישיון Apache 2.0.</translation>
        </message>
    </context>
    <context>
        <name>Actions</name>
        <message>
            <source>&amp;About Whatsit</source>
            <translation>&amp;אודות Whatsit</translation>
        </message>
        <message>
            <source>&amp;Continue</source>
            <translation>&amp;המשך</translation>
        </message>
        <message>
            <source>&amp;Copy</source>
            <translation>ה&amp;עתקה</translation>
        </message>
        <message>
            <source>&amp;Edit</source>
            <translation>&amp;עריכה</translation>
        </message>
        <message>
            <source>&amp;Export…</source>
            <translation>&amp;ייצוא…</translation>
        </message>
        <message>
            <source>&amp;File</source>
            <translation>&amp;קובץ</translation>
        </message>
        <message>
            <source>&amp;Find…</source>
            <translation>&amp;חיפוש…</translation>
        </message>
        <message>
            <source>&amp;Forget…</source>
            <translation>&amp;שכחה…</translation>
        </message>
        <message>
            <source>&amp;Full screen</source>
            <translation>&amp;מסך מלא</translation>
        </message>
        <message>
            <source>&amp;Help</source>
            <translation>ע&amp;זרה</translation>
        </message>
        <message>
            <source>&amp;Inside the model…</source>
            <translation>&amp;בתוך המודל…</translation>
        </message>
        <message>
            <source>&amp;Look for new pictures</source>
            <translation>חיפוש תמונות &amp;חדשות</translation>
        </message>
        <message>
            <source>&amp;Models…</source>
            <translation>&amp;מודלים…</translation>
        </message>
        <message>
            <source>&amp;Open pictures…</source>
            <translation>&amp;פתיחת תמונות…</translation>
        </message>
        <message>
            <source>&amp;Paste</source>
            <translation>ה&amp;דבקה</translation>
        </message>
        <message>
            <source>&amp;Pause</source>
            <translation>ה&amp;שהיה</translation>
        </message>
        <message>
            <source>&amp;Picture</source>
            <translation>&amp;תמונה</translation>
        </message>
        <message>
            <source>&amp;Pictures</source>
            <translation>ת&amp;מונות</translation>
        </message>
        <message>
            <source>&amp;Quit</source>
            <translation>&amp;יציאה</translation>
        </message>
        <message>
            <source>&amp;Redo</source>
            <translation>ביצוע &amp;מחדש</translation>
        </message>
        <message>
            <source>&amp;Results…</source>
            <translation>&amp;תוצאות…</translation>
        </message>
        <message>
            <source>&amp;Settings…</source>
            <translation>&amp;הגדרות…</translation>
        </message>
        <message>
            <source>&amp;Sort into folders…</source>
            <translation>&amp;מיון לתיקיות…</translation>
        </message>
        <message>
            <source>&amp;Stop</source>
            <translation>&amp;עצירה</translation>
        </message>
        <message>
            <source>&amp;Table</source>
            <translation>&amp;טבלה</translation>
        </message>
        <message>
            <source>&amp;Undo</source>
            <translation>&amp;ביטול פעולה</translation>
        </message>
        <message>
            <source>&amp;Undo a sort…</source>
            <translation>ביטול מיו&amp;ן…</translation>
        </message>
        <message>
            <source>&amp;View</source>
            <translation>תצו&amp;גה</translation>
        </message>
        <message>
            <source>&amp;What the network saw</source>
            <translation>&amp;מה הרשת ראתה</translation>
        </message>
        <message>
            <source>A&amp;dd a model…</source>
            <translation>הוספת מו&amp;דל…</translation>
        </message>
        <message>
            <source>C&amp;lear the list</source>
            <translation>&amp;ניקוי הרשימה</translation>
        </message>
        <message>
            <source>Ca&amp;ncel</source>
            <translation>&amp;ביטול</translation>
        </message>
        <message>
            <source>Cancel</source>
            <translation>ביטול</translation>
        </message>
        <message>
            <source>Check for &amp;updates…</source>
            <translation>&amp;בדיקת עדכונים…</translation>
        </message>
        <message>
            <source>Classify &amp;again</source>
            <translation>סיווג &amp;מחדש</translation>
        </message>
        <message>
            <source>Classify what was s&amp;topped</source>
            <translation>סיווג מה ש&amp;נעצר</translation>
        </message>
        <message>
            <source>Continue</source>
            <translation>המשך</translation>
        </message>
        <message>
            <source>Copy as CSV &amp;row</source>
            <translation>העתקה כ&amp;שורת CSV</translation>
        </message>
        <message>
            <source>Copy heat ma&amp;p</source>
            <translation>העת&amp;קת מפת החום</translation>
        </message>
        <message>
            <source>Export…</source>
            <translation>ייצוא…</translation>
        </message>
        <message>
            <source>F&amp;older</source>
            <translation>תיקי&amp;יה</translation>
        </message>
        <message>
            <source>Folder</source>
            <translation>תיקייה</translation>
        </message>
        <message>
            <source>Open</source>
            <translation>פתיחה</translation>
        </message>
        <message>
            <source>Open &amp;folder…</source>
            <translation>פתיחת &amp;תיקייה…</translation>
        </message>
        <message>
            <source>Open &amp;recent</source>
            <translation>&amp;אחרונים</translation>
        </message>
        <message>
            <source>Open with its pro&amp;gram</source>
            <translation>פתיחה בתוכנה &amp;שלה</translation>
        </message>
        <message>
            <source>Paste</source>
            <translation>הדבקה</translation>
        </message>
        <message>
            <source>Pause</source>
            <translation>השהיה</translation>
        </message>
        <message>
            <source>Pictures</source>
            <translation>תמונות</translation>
        </message>
        <message>
            <source>Re&amp;name…</source>
            <translation>שינוי &amp;שם…</translation>
        </message>
        <message>
            <source>Sa&amp;ve heat map…</source>
            <translation>&amp;שמירת מפת החום…</translation>
        </message>
        <message>
            <source>Save heat map…</source>
            <translation>שמירת מפת החום…</translation>
        </message>
        <message>
            <source>Show &amp;log file</source>
            <translation>הצגת קובץ ה&amp;יומן</translation>
        </message>
        <message>
            <source>Show in file &amp;manager</source>
            <translation>הצגה ב&amp;מנהל הקבצים</translation>
        </message>
        <message>
            <source>Sort…</source>
            <translation>מיון…</translation>
        </message>
        <message>
            <source>Table</source>
            <translation>טבלה</translation>
        </message>
        <message>
            <source>Take &amp;off the list</source>
            <translation>ה&amp;סרה מהרשימה</translation>
        </message>
        <message>
            <source>Try &amp;again what could not be classified</source>
            <translation>ניסיון &amp;נוסף למה שלא סווג</translation>
        </message>
        <message>
            <source>Try an &amp;example</source>
            <translation>ניסיון עם &amp;דוגמה</translation>
        </message>
        <message>
            <source>W&amp;hy? The heat map</source>
            <translation>&amp;למה? מפת החום</translation>
        </message>
        <message>
            <source>What do these &amp;numbers mean?</source>
            <translation>מה משמעות ה&amp;מספרים?</translation>
        </message>
        <message>
            <source>What the network saw</source>
            <translation>מה הרשת ראתה</translation>
        </message>
        <message>
            <source>Why?</source>
            <translation>למה?</translation>
        </message>
        <message>
            <source>Write &amp;tags…</source>
            <translation>כתיבת &amp;תגים…</translation>
        </message>
    </context>
    <context>
        <name>AddedPage</name>
        <message>
            <source>A check shows whether it answers as your training script did. It takes a few pictures of which you know what the script said.</source>
            <translation>בדיקה תראה אם הוא עונה כפי שענה סקריפט האימון שלכם. דרושות לה כמה תמונות שאתם יודעים מה הסקריפט אמר עליהן.</translation>
        </message>
    </context>
    <context>
        <name>AnswerPanel</name>
        <message>
            <source>Each bar is a probability of its own.</source>
            <translation>כל פס הוא הסתברות משלו.</translation>
        </message>
        <message>
            <source>Waiting for its turn…</source>
            <translation>ממתינה לתורה…</translation>
        </message>
        <message>
            <source>Waiting: the model is being loaded…</source>
            <translation>ממתינה: המודל נטען…</translation>
        </message>
        <message>
            <source>What do these numbers mean?</source>
            <translation>מה משמעות המספרים?</translation>
        </message>
    </context>
    <context>
        <name>Attendance</name>
        <message>
            <source>%1 classified</source>
            <translation>%1 סווגו</translation>
        </message>
        <message>
            <source>Pictures are being worked on</source>
            <translation>יש תמונות בעבודה</translation>
        </message>
        <message>
            <source>Whatsit is done</source>
            <translation>Whatsit סיימה</translation>
        </message>
        <message>
            <source>“%1” could not go on</source>
            <translation>“%1” לא יכול להמשיך</translation>
        </message>
        <message>
            <source>“%1” is done</source>
            <translation>“%1” הסתיים</translation>
        </message>
    </context>
    <context>
        <name>BarDelegate</name>
        <message>
            <source>perhaps %1</source>
            <translation>אולי %1</translation>
        </message>
        <message>
            <source>unknown</source>
            <translation>לא ידוע</translation>
        </message>
    </context>
    <context>
        <name>BarsView</name>
        <message>
            <source>Likeliest classes</source>
            <translation>המחלקות הסבירות ביותר</translation>
        </message>
    </context>
    <context>
        <name>CheckPage</name>
        <message>
            <source>Add &amp;pictures…</source>
            <translation>הוספת &amp;תמונות…</translation>
        </message>
        <message>
            <source>All files</source>
            <translation>כל הקבצים</translation>
        </message>
        <message>
            <source>From a CS&amp;V file…</source>
            <translation>מקובץ CS&amp;V…</translation>
        </message>
        <message>
            <source>List a few pictures of which you know what your script printed: the label, with its probability if you have it (“cat 0.93”), or the scores of all classes. Drop them here, or take a CSV file with a path and a label in each line.</source>
            <translation>ציינו כמה תמונות שאתם יודעים מה הסקריפט שלכם הדפיס עליהן: שם המחלקה, עם ההסתברות שלה אם יש לכם („חתול 0.93”), או הציונים של כל המחלקות. שחררו אותן כאן, או קחו קובץ CSV עם נתיב ושם מחלקה בכל שורה.</translation>
        </message>
        <message>
            <source>Pairs to compare</source>
            <translation>זוגות להשוואה</translation>
        </message>
        <message>
            <source>Pictures to compare</source>
            <translation>תמונות להשוואה</translation>
        </message>
        <message>
            <source>Tables</source>
            <translation>טבלאות</translation>
        </message>
        <message>
            <source>Take &amp;off</source>
            <translation>ה&amp;סרה</translation>
        </message>
    </context>
    <context>
        <name>Choices</name>
        <message>
            <source>Automatic</source>
            <translation>אוטומטי</translation>
        </message>
        <message>
            <source>Set by your administrator.</source>
            <translation>נקבע על ידי מנהל המערכת.</translation>
        </message>
    </context>
    <context>
        <name>ClassList</name>
        <message>
            <source>Classes</source>
            <translation>מחלקות</translation>
        </message>
        <message>
            <source>Enter shows only the pictures of a class, and all of them again.</source>
            <translation>Enter מציג רק את התמונות של מחלקה, ושוב את כולן.</translation>
        </message>
    </context>
    <context>
        <name>ClassesModel</name>
        <message>
            <source>%1, shown</source>
            <translation>%1, מוצג</translation>
        </message>
        <message>
            <source>All found</source>
            <translation>כל מה שנמצא</translation>
        </message>
        <message>
            <source>All pictures</source>
            <translation>כל התמונות</translation>
        </message>
    </context>
    <context>
        <name>CopiedLines</name>
        <message>
            <source>C&amp;opy list</source>
            <translation>העתקת ה&amp;רשימה</translation>
        </message>
        <message>
            <source>and %1 more</source>
            <translation>ועוד %1</translation>
        </message>
    </context>
    <context>
        <name>Dialogs</name>
        <message>
            <source>&amp;Add a model…</source>
            <translation>הוספת &amp;מודל…</translation>
        </message>
    </context>
    <context>
        <name>Doors</name>
        <message>
            <source>All files</source>
            <translation>כל הקבצים</translation>
        </message>
        <message>
            <source>Dropped picture</source>
            <translation>תמונה שנגררה</translation>
        </message>
        <message>
            <source>Fetch</source>
            <translation>הבאה</translation>
        </message>
        <message>
            <source>Fetch this picture from %1?</source>
            <translation>להביא את התמונה הזאת מ־%1?</translation>
        </message>
        <message>
            <source>Fetch this picture?</source>
            <translation>להביא את התמונה הזאת?</translation>
        </message>
        <message>
            <source>Models</source>
            <translation>מודלים</translation>
        </message>
        <message>
            <source>Open a folder of pictures</source>
            <translation>פתיחת תיקיית תמונות</translation>
        </message>
        <message>
            <source>Open pictures</source>
            <translation>פתיחת תמונות</translation>
        </message>
        <message>
            <source>Pasted picture</source>
            <translation>תמונה שהודבקה</translation>
        </message>
        <message>
            <source>Pictures</source>
            <translation>תמונות</translation>
        </message>
        <message>
            <source>The clipboard holds no picture, file or path.</source>
            <translation>בלוח אין תמונה, קובץ או נתיב.</translation>
        </message>
        <message>
            <source>The other program did not hand the picture over.</source>
            <translation>התוכנה האחרת לא מסרה את התמונה.</translation>
        </message>
        <message>
            <source>The picture was not fetched: the settings say that the network is never used.</source>
            <translation>התמונה לא הובאה: לפי ההגדרות אין שימוש ברשת לעולם.</translation>
        </message>
        <message>
            <source>“%1” lies on another computer. Copy it to this one, or connect its folder first.</source>
            <translation>“%1” נמצא במחשב אחר. העתיקו אותו למחשב זה, או חברו קודם את התיקייה שלו.</translation>
        </message>
    </context>
    <context>
        <name>Downloads</name>
        <message>
            <source>A web page came in place of the file; log in to your network in a web browser, and try again</source>
            <translation>במקום הקובץ הגיע דף אינטרנט; התחברו לרשת שלכם בדפדפן ונסו שוב</translation>
        </message>
        <message>
            <source>Another Whatsit is downloading this file; wait for it</source>
            <translation>Whatsit אחר מוריד עכשיו את הקובץ הזה; המתינו לו</translation>
        </message>
        <message>
            <source>Nothing came from the server for too long; try again, and it goes on from there</source>
            <translation>זמן רב מדי לא הגיע דבר מהשרת; נסו שוב, וההורדה תימשך מאותו מקום</translation>
        </message>
        <message>
            <source>The address leads in circles, or on to one without encryption; try again later</source>
            <translation>הכתובת מובילה במעגל, או לכתובת ללא הצפנה; נסו שוב מאוחר יותר</translation>
        </message>
        <message>
            <source>The connection broke off again and again; try again, and it goes on from there</source>
            <translation>החיבור נקטע שוב ושוב; נסו שוב, וההורדה תימשך מאותו מקום</translation>
        </message>
        <message>
            <source>The connection cannot be trusted, so nothing was downloaded; ask who runs your network</source>
            <translation>אי אפשר לסמוך על החיבור, ולכן דבר לא הורד; פנו למי שאחראי על הרשת שלכם</translation>
        </message>
        <message>
            <source>The file cannot be written there; see to it, and try again</source>
            <translation>אי אפשר לכתוב שם את הקובץ; טפלו בכך ונסו שוב</translation>
        </message>
        <message>
            <source>The server cannot be reached; see whether this computer is online, and try again</source>
            <translation>לא ניתן להגיע לשרת; בדקו אם המחשב מחובר לרשת ונסו שוב</translation>
        </message>
        <message>
            <source>The server gives this file only to those it knows, or has no such file; download it in a web browser, and use that file</source>
            <translation>השרת נותן את הקובץ הזה רק למי שהוא מכיר, או שאין לו קובץ כזה; הורידו אותו בדפדפן והשתמשו בקובץ הזה</translation>
        </message>
        <message>
            <source>The server has a file of another size, which was not used; try again later</source>
            <translation>לשרת יש קובץ בגודל אחר, שלא נעשה בו שימוש; נסו שוב מאוחר יותר</translation>
        </message>
        <message>
            <source>The server has no such file any more; use a file from elsewhere, or choose another model</source>
            <translation>לשרת אין עוד קובץ כזה; השתמשו בקובץ ממקום אחר, או בחרו מודל אחר</translation>
        </message>
        <message>
            <source>The server is overloaded or out of order; try again later</source>
            <translation>השרת עמוס או מקולקל; נסו שוב מאוחר יותר</translation>
        </message>
        <message>
            <source>The server refuses to send the file; try again later, or use a file from elsewhere</source>
            <translation>השרת מסרב לשלוח את הקובץ; נסו שוב מאוחר יותר, או השתמשו בקובץ ממקום אחר</translation>
        </message>
        <message>
            <source>The source publishes no SHA-256 of this file to check it by, so it was not downloaded</source>
            <translation>המקור אינו מפרסם SHA-256 לבדיקת הקובץ הזה, ולכן הוא לא הורד</translation>
        </message>
        <message>
            <source>There is not enough room on the disk; make room, and it goes on from there</source>
            <translation>אין מספיק מקום בדיסק; פנו מקום, וההורדה תימשך מאותו מקום</translation>
        </message>
        <message>
            <source>What came is not the file that its source publishes, and was not used; try again later, or on another network</source>
            <translation>מה שהגיע אינו הקובץ שהמקור מפרסם, ולא נעשה בו שימוש; נסו שוב מאוחר יותר, או ברשת אחרת</translation>
        </message>
        <message>
            <source>What the server sent makes no sense; try again later</source>
            <translation>מה שהשרת שלח חסר משמעות; נסו שוב מאוחר יותר</translation>
        </message>
    </context>
    <context>
        <name>EmptyState</name>
        <message>
            <source>Drop a picture or a folder here to see what it is.</source>
            <translation>גררו לכאן תמונה או תיקייה כדי לראות מה היא.</translation>
        </message>
        <message>
            <source>Open a folder…</source>
            <translation>פתיחת תיקייה…</translation>
        </message>
        <message>
            <source>Open pictures…</source>
            <translation>פתיחת תמונות…</translation>
        </message>
        <message>
            <source>Paste</source>
            <translation>הדבקה</translation>
        </message>
        <message>
            <source>Try an example</source>
            <translation>ניסיון עם דוגמה</translation>
        </message>
        <message>
            <source>Your pictures stay on this computer.</source>
            <translation>התמונות שלכם נשארות במחשב הזה.</translation>
        </message>
    </context>
    <context>
        <name>ExportDialog</name>
        <message>
            <source>&amp;Classes per picture</source>
            <translation>&amp;מחלקות לכל תמונה</translation>
        </message>
        <message>
            <source>&amp;Export…</source>
            <translation>&amp;ייצוא…</translation>
        </message>
        <message>
            <source>&amp;Format</source>
            <translation>&amp;תבנית</translation>
        </message>
        <message>
            <source>All files</source>
            <translation>כל הקבצים</translation>
        </message>
        <message>
            <source>Export</source>
            <translation>ייצוא</translation>
        </message>
        <message>
            <source>For E&amp;xcel: mark the text as Unicode</source>
            <translation>עבור E&amp;xcel: סימון הטקסט כיוניקוד</translation>
        </message>
        <message>
            <source>Parquet (pyarrow is not installed)</source>
            <translation>Parquet (‏pyarrow אינה מותקנת)</translation>
        </message>
        <message>
            <source>Pictures</source>
            <translation>תמונות</translation>
        </message>
        <message>
            <source>Replace</source>
            <translation>החלפה</translation>
        </message>
        <message>
            <source>Without the mark Excel garbles é, ß or 猫; a few other programs stumble over it.</source>
            <translation>בלי הסימן Excel משבש את é, ‏ß או 猫; כמה תוכנות אחרות נתקלות בו.</translation>
        </message>
        <message>
            <source>Writing…</source>
            <translation>כתיבה…</translation>
        </message>
        <message>
            <source>“%1” exists already. Replace it?</source>
            <translation>“%1” כבר קיים. להחליף אותו?</translation>
        </message>
    </context>
    <context>
        <name>Exports</name>
        <message numerus="yes">
            <source>%Ln rows were written to “%1”.</source>
            <translation>
                <numerusform>שורה אחת נכתבה אל “%1”.</numerusform>
                <numerusform>%Ln שורות נכתבו אל “%1”.</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>A sheet for Excel or LibreOffice; it holds %Ln pictures.</source>
            <translation>
                <numerusform>גיליון ל־Excel או ל־LibreOffice; הוא מכיל תמונה אחת.</numerusform>
                <numerusform>גיליון ל־Excel או ל־LibreOffice; הוא מכיל %Ln תמונות.</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>A sheet holds %Ln pictures, and these are more. Choose CSV, JSON Lines or Parquet, or fewer.</source>
            <translation>
                <numerusform>גיליון מכיל תמונה אחת, וכאן יש יותר. בחרו CSV, ‏JSON Lines או Parquet, או פחות תמונות.</numerusform>
                <numerusform>גיליון מכיל %Ln תמונות, וכאן יש יותר. בחרו CSV, ‏JSON Lines או Parquet, או פחות תמונות.</numerusform>
            </translation>
        </message>
        <message>
            <source>A table that spreadsheets and nearly all other programs read.</source>
            <translation>טבלה שגיליונות אלקטרוניים וכמעט כל תוכנה אחרת קוראים.</translation>
        </message>
        <message>
            <source>All classes are written as the model gave them; none is replaced by “unknown”.</source>
            <translation>כל המחלקות נכתבות כפי שהמודל נתן אותן; אף אחת אינה מוחלפת ב“לא ידוע”.</translation>
        </message>
        <message>
            <source>CSV</source>
            <translation>CSV</translation>
        </message>
        <message>
            <source>Excel</source>
            <translation>Excel</translation>
        </message>
        <message>
            <source>For programs: a small table, for pandas, DuckDB or R.</source>
            <translation>לתוכנות: טבלה קטנה, עבור pandas, ‏DuckDB או R.</translation>
        </message>
        <message>
            <source>For programs: one line of JSON for each picture.</source>
            <translation>לתוכנות: שורת JSON אחת לכל תמונה.</translation>
        </message>
        <message>
            <source>If even the likeliest class has less than %1, the picture’s class is “unknown”.</source>
            <translation>אם גם למחלקה הסבירה ביותר יש פחות מ־%1, מחלקת התמונה היא “לא ידוע”.</translation>
        </message>
        <message>
            <source>JSON Lines</source>
            <translation>JSON Lines</translation>
        </message>
        <message>
            <source>Nothing may be written there. Choose another folder or name.</source>
            <translation>אסור לכתוב שם. בחרו תיקייה אחרת או שם אחר.</translation>
        </message>
        <message>
            <source>Parquet</source>
            <translation>Parquet</translation>
        </message>
        <message>
            <source>Parquet needs the library pyarrow, which could not be loaded. Choose another format.</source>
            <translation>Parquet זקוק לספרייה pyarrow, שלא ניתן היה לטעון. בחרו תבנית אחרת.</translation>
        </message>
        <message>
            <source>Something went wrong inside Whatsit.</source>
            <translation>משהו השתבש בתוך Whatsit.</translation>
        </message>
        <message>
            <source>The folder is no longer there. Choose another.</source>
            <translation>התיקייה כבר אינה שם. בחרו אחרת.</translation>
        </message>
        <message>
            <source>The system refuses to write there (%1).</source>
            <translation>המערכת מסרבת לכתוב שם (%1).</translation>
        </message>
        <message>
            <source>There is no room left on the disk. Make room, or choose another folder.</source>
            <translation>לא נשאר מקום בדיסק. פנו מקום, או בחרו תיקייה אחרת.</translation>
        </message>
        <message>
            <source>Whatsit keeps its own results under this name. Choose another name or folder.</source>
            <translation>Whatsit שומרת תחת שם זה את התוצאות שלה. בחרו שם אחר או תיקייה אחרת.</translation>
        </message>
        <message>
            <source>“%1” is a picture. Choose another name.</source>
            <translation>“%1” היא תמונה. בחרו שם אחר.</translation>
        </message>
        <message>
            <source>“%1” was not written.</source>
            <translation>“%1” לא נכתב.</translation>
        </message>
        <message>
            <source>“%1” would be a file of %2, but the format is %3. Choose that format, or another name.</source>
            <translation>“%1” יהיה קובץ %2, אך התבנית היא %3. בחרו תבנית זו, או שם אחר.</translation>
        </message>
    </context>
    <context>
        <name>FailurePanel</name>
        <message>
            <source>It was stopped before it was classified.</source>
            <translation>היא נעצרה לפני שסווגה.</translation>
        </message>
        <message>
            <source>Press F5 to classify it now. Picture › Classify what was stopped does so with all.</source>
            <translation>לחצו F5 כדי לסווג אותה עכשיו. תמונה › סיווג מה שנעצר עושה זאת עם כולן.</translation>
        </message>
        <message>
            <source>stopped</source>
            <translation>נעצר</translation>
        </message>
    </context>
    <context>
        <name>Fetch</name>
        <message>
            <source>%1 broke off.</source>
            <translation>%1 ניתק באמצע.</translation>
        </message>
        <message>
            <source>%1 cannot be found. Is this computer connected?</source>
            <translation>לא ניתן למצוא את %1. האם המחשב מחובר?</translation>
        </message>
        <message>
            <source>%1 could not give it.</source>
            <translation>%1 לא הצליח לתת אותה.</translation>
        </message>
        <message>
            <source>%1 does not answer.</source>
            <translation>%1 אינו עונה.</translation>
        </message>
        <message>
            <source>%1 does not give it to strangers.</source>
            <translation>%1 אינו נותן אותה לזרים.</translation>
        </message>
        <message>
            <source>%1 has no such picture any more.</source>
            <translation>ל־%1 כבר אין תמונה כזאת.</translation>
        </message>
        <message>
            <source>%1 has no such picture.</source>
            <translation>ל־%1 אין תמונה כזאת.</translation>
        </message>
        <message>
            <source>%1 took too long.</source>
            <translation>התשובה של %1 התמהמהה מדי.</translation>
        </message>
        <message>
            <source>The picture was not fetched: %1</source>
            <translation>התמונה לא הובאה: %1</translation>
        </message>
        <message>
            <source>The picture was not fetched: it is larger than 64 MB.</source>
            <translation>התמונה לא הובאה: היא גדולה מ־64 MB.</translation>
        </message>
        <message>
            <source>This is the address of a web page. Drag the picture itself, or copy its own address.</source>
            <translation>זו כתובת של דף אינטרנט. גררו את התמונה עצמה, או העתיקו את הכתובת שלה.</translation>
        </message>
    </context>
    <context>
        <name>Fetches</name>
        <message>
            <source>The picture was not fetched: a library is missing or damaged (%1).</source>
            <translation>התמונה לא הובאה: ספרייה חסרה או פגומה (%1).</translation>
        </message>
    </context>
    <context>
        <name>FilmStrip</name>
        <message>
            <source>Pictures</source>
            <translation>תמונות</translation>
        </message>
    </context>
    <context>
        <name>FilterBar</name>
        <message>
            <source>Filter by state and probability, and sort</source>
            <translation>סינון לפי מצב והסתברות, ומיון</translation>
        </message>
        <message>
            <source>Filters</source>
            <translation>מסננים</translation>
        </message>
        <message>
            <source>Filters (%1)</source>
            <translation>מסננים (%1)</translation>
        </message>
        <message>
            <source>List</source>
            <translation>רשימה</translation>
        </message>
        <message>
            <source>Tiles</source>
            <translation>אריחים</translation>
        </message>
        <message>
            <source>Words in the path or the class of a picture.</source>
            <translation>מילים בנתיב או במחלקה של תמונה.</translation>
        </message>
    </context>
    <context>
        <name>Filters</name>
        <message>
            <source>Ascending</source>
            <translation>סדר עולה</translation>
        </message>
        <message>
            <source>Clear filters</source>
            <translation>ניקוי המסננים</translation>
        </message>
        <message>
            <source>Descending</source>
            <translation>סדר יורד</translation>
        </message>
        <message>
            <source>Probability</source>
            <translation>הסתברות</translation>
        </message>
        <message>
            <source>Probability from</source>
            <translation>הסתברות מ־</translation>
        </message>
        <message>
            <source>Probability to</source>
            <translation>הסתברות עד</translation>
        </message>
        <message>
            <source>Sort by</source>
            <translation>סידור לפי</translation>
        </message>
        <message>
            <source>State</source>
            <translation>מצב</translation>
        </message>
        <message>
            <source>every state</source>
            <translation>כל מצב</translation>
        </message>
    </context>
    <context>
        <name>Forgetting</name>
        <message>
            <source>Forget</source>
            <translation>שכחה</translation>
        </message>
        <message>
            <source>Nothing brings them back.</source>
            <translation>אין דרך להחזיר אותם.</translation>
        </message>
        <message>
            <source>Remove</source>
            <translation>הסרה</translation>
        </message>
        <message>
            <source>Remove “%1” and its weights?</source>
            <translation>להסיר את „%1” ואת המשקולות שלו?</translation>
        </message>
        <message>
            <source>Your pictures stay where they are. The answers cannot be brought back.</source>
            <translation>התמונות נשארות במקומן. את התשובות אי אפשר להחזיר.</translation>
        </message>
    </context>
    <context>
        <name>Heat</name>
        <message>
            <source>Nothing in the picture speaks for “%1”.</source>
            <translation>שום דבר בתמונה אינו מעיד על “%1”.</translation>
        </message>
        <message>
            <source>The heat map is being made…</source>
            <translation>מפת החום בהכנה…</translation>
        </message>
        <message>
            <source>There are no heat maps of this model: it has no layer that knows places.</source>
            <translation>למודל הזה אין מפות חום: אין בו שכבה שמכירה מקומות.</translation>
        </message>
        <message>
            <source>There is no heat map: %1.</source>
            <translation>אין מפת חום: %1.</translation>
        </message>
        <message>
            <source>This answer is of %1. To see why, choose that model, or classify the picture again.</source>
            <translation>התשובה הזאת היא של %1. כדי לראות למה, בחרו במודל הזה או סווגו את התמונה מחדש.</translation>
        </message>
    </context>
    <context>
        <name>HeatActions</name>
        <message>
            <source>Save heat map</source>
            <translation>שמירת מפת החום</translation>
        </message>
        <message>
            <source>The heat map was not saved.</source>
            <translation>מפת החום לא נשמרה.</translation>
        </message>
        <message>
            <source>The heat map was saved as “%1”.</source>
            <translation>מפת החום נשמרה בשם “%1”.</translation>
        </message>
        <message>
            <source>“%1” is needed for other things. Choose another name.</source>
            <translation>“%1” נחוץ לדברים אחרים. בחרו שם אחר.</translation>
        </message>
    </context>
    <context>
        <name>HeatBar</name>
        <message>
            <source>Opacity of the heat map</source>
            <translation>אטימות מפת החום</translation>
        </message>
    </context>
    <context>
        <name>InsideDialog</name>
        <message>
            <source>Classes</source>
            <translation>מחלקות</translation>
        </message>
        <message>
            <source>Inside the model</source>
            <translation>בתוך המודל</translation>
        </message>
        <message>
            <source>Looking inside…</source>
            <translation>מביטים פנימה…</translation>
        </message>
        <message>
            <source>Modules</source>
            <translation>מודולים</translation>
        </message>
        <message>
            <source>Overview</source>
            <translation>סקירה</translation>
        </message>
        <message>
            <source>Something went wrong inside Whatsit.</source>
            <translation>משהו השתבש בתוך Whatsit.</translation>
        </message>
    </context>
    <context>
        <name>InsideFacts</name>
        <message>
            <source>%1 pixels</source>
            <translation>%1 פיקסלים</translation>
        </message>
        <message>
            <source>Accuracy</source>
            <translation>דיוק</translation>
        </message>
        <message>
            <source>Classes</source>
            <translation>מחלקות</translation>
        </message>
        <message>
            <source>Compute</source>
            <translation>חישוב</translation>
        </message>
        <message>
            <source>File</source>
            <translation>קובץ</translation>
        </message>
        <message>
            <source>Input</source>
            <translation>קלט</translation>
        </message>
        <message>
            <source>Key</source>
            <translation>מפתח</translation>
        </message>
        <message>
            <source>Licence</source>
            <translation>רישיון</translation>
        </message>
        <message>
            <source>Network</source>
            <translation>רשת</translation>
        </message>
        <message>
            <source>Notes</source>
            <translation>הערות</translation>
        </message>
        <message>
            <source>Origin</source>
            <translation>מקור</translation>
        </message>
        <message>
            <source>Paper</source>
            <translation>מאמר</translation>
        </message>
        <message>
            <source>Parameters</source>
            <translation>פרמטרים</translation>
        </message>
        <message>
            <source>Preprocessing</source>
            <translation>עיבוד מקדים</translation>
        </message>
        <message>
            <source>SHA-256</source>
            <translation>SHA-256</translation>
        </message>
    </context>
    <context>
        <name>InsideWording</name>
        <message>
            <source>%1 (ImageNet-1K)</source>
            <translation>%1 (ImageNet-1K)</translation>
        </message>
        <message>
            <source>%1 (not proved yet)</source>
            <translation>‏%1 (טרם נבדק)</translation>
        </message>
        <message>
            <source>%1 GFLOPs (billion multiply-adds for a picture)</source>
            <translation>‏%1 GFLOPs (מיליארדי פעולות כפל עם חיבור לתמונה)</translation>
        </message>
        <message numerus="yes">
            <source>%1 of %Ln classes</source>
            <translation>
                <numerusform>%1 מתוך מחלקה אחת</numerusform>
                <numerusform>%1 מתוך %Ln מחלקות</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%1 of %Ln modules</source>
            <translation>
                <numerusform>%1 מתוך מודול אחד</numerusform>
                <numerusform>%1 מתוך %Ln מודולים</numerusform>
            </translation>
        </message>
        <message>
            <source>%1 top-1</source>
            <translation>%1 top-1</translation>
        </message>
        <message>
            <source>%1 top-5</source>
            <translation>%1 top-5</translation>
        </message>
        <message>
            <source>%1, each with a probability of its own</source>
            <translation>‏%1, לכל אחת הסתברות משלה</translation>
        </message>
        <message>
            <source>%1, of %2</source>
            <translation>‏%1, מתוך %2</translation>
        </message>
        <message numerus="yes">
            <source>%Ln classes</source>
            <translation>
                <numerusform>מחלקה אחת</numerusform>
                <numerusform>%Ln מחלקות</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%Ln modules</source>
            <translation>
                <numerusform>מודול אחד</numerusform>
                <numerusform>%Ln מודולים</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%Ln parameters of its own</source>
            <translation>
                <numerusform>פרמטר אחד משלו</numerusform>
                <numerusform>%Ln פרמטרים משלו</numerusform>
            </translation>
        </message>
        <message>
            <source>Colours between 0 and 1 are normalised with mean %1 and deviation %2.</source>
            <translation>ערכי הצבעים בין 0 ל־1 מנורמלים לפי ממוצע %1 וסטייה %2.</translation>
        </message>
        <message>
            <source>Colours stay between 0 and 1.</source>
            <translation>ערכי הצבעים נשארים בין 0 ל־1.</translation>
        </message>
        <message>
            <source>Output and compute are not known: %1</source>
            <translation>הפלט והחישוב אינם ידועים: %1</translation>
        </message>
        <message>
            <source>The colours come in the order blue, green, red.</source>
            <translation>הצבעים באים בסדר כחול, ירוק, אדום.</translation>
        </message>
        <message>
            <source>The picture is resized to %1 × %1 pixels (%2), whatever its proportions, then edged with black to %3 × %3.</source>
            <translation>התמונה מוקטנת או מוגדלת ל־%1 × %1 פיקסלים (%2), יהיו הפרופורציות שלה אשר יהיו, ואז מוקפת בשחור עד %3 × %3.</translation>
        </message>
        <message>
            <source>The picture is resized to %1 × %1 pixels (%2), whatever its proportions, then the central %3 × %3 are cut out.</source>
            <translation>התמונה מוקטנת או מוגדלת ל־%1 × %1 פיקסלים (%2), יהיו הפרופורציות שלה אשר יהיו, ואז נגזרים ממנה %3 × %3 המרכזיים.</translation>
        </message>
        <message>
            <source>The picture is resized to %1 × %1 pixels (%2), whatever its proportions.</source>
            <translation>התמונה מוקטנת או מוגדלת ל־%1 × %1 פיקסלים (%2), יהיו הפרופורציות שלה אשר יהיו.</translation>
        </message>
        <message>
            <source>The shorter side is resized to %1 pixels (%2), then the central %3 × %3 are cut out.</source>
            <translation>הצלע הקצרה משנה גודל ל־%1 פיקסלים (%2), ואז נגזרים %3 × %3 המרכזיים.</translation>
        </message>
        <message>
            <source>The shorter side is resized to %1 pixels (%2), then the central %3 × %3 are cut out; what is missing is black.</source>
            <translation>הצלע הקצרה משנה גודל ל־%1 פיקסלים (%2), ואז נגזרים %3 × %3 המרכזיים; מה שחסר הוא שחור.</translation>
        </message>
        <message numerus="yes">
            <source>called %Ln times for a picture</source>
            <translation>
                <numerusform>נקרא פעם אחת לתמונה</numerusform>
                <numerusform>נקרא %Ln פעמים לתמונה</numerusform>
            </translation>
        </message>
        <message>
            <source>not on this computer</source>
            <translation>לא במחשב הזה</translation>
        </message>
    </context>
    <context>
        <name>LabelEditor</name>
        <message>
            <source>All files</source>
            <translation>כל הקבצים</translation>
        </message>
        <message>
            <source>Class labels, one in each line</source>
            <translation>שמות מחלקות, אחד בכל שורה</translation>
        </message>
        <message>
            <source>From &amp;folders…</source>
            <translation>מ&amp;תיקיות…</translation>
        </message>
        <message>
            <source>From a f&amp;ile…</source>
            <translation>מ&amp;קובץ…</translation>
        </message>
        <message>
            <source>Labels</source>
            <translation>שמות מחלקות</translation>
        </message>
        <message>
            <source>Labels from a file</source>
            <translation>שמות מחלקות מקובץ</translation>
        </message>
        <message>
            <source>Labels from the names of folders</source>
            <translation>שמות מחלקות משמות של תיקיות</translation>
        </message>
        <message>
            <source>The folder of the training pictures, with a folder for each class</source>
            <translation>התיקייה של תמונות האימון, ובה תיקייה לכל מחלקה</translation>
        </message>
    </context>
    <context>
        <name>LabelsModel</name>
        <message>
            <source>Class</source>
            <translation>מחלקה</translation>
        </message>
        <message>
            <source>Number</source>
            <translation>מספר</translation>
        </message>
        <message>
            <source>Other names</source>
            <translation>שמות אחרים</translation>
        </message>
        <message>
            <source>WordNet</source>
            <translation>WordNet</translation>
        </message>
    </context>
    <context>
        <name>LabelsPage</name>
        <message>
            <source>Classes</source>
            <translation>מחלקות</translation>
        </message>
        <message>
            <source>Words in the names of a class.</source>
            <translation>מילים בשמות של מחלקה.</translation>
        </message>
    </context>
    <context>
        <name>LayerTree</name>
        <message>
            <source>Modules</source>
            <translation>מודולים</translation>
        </message>
    </context>
    <context>
        <name>LayersModel</name>
        <message>
            <source>Compute</source>
            <translation>חישוב</translation>
        </message>
        <message>
            <source>Module</source>
            <translation>מודול</translation>
        </message>
        <message>
            <source>Output</source>
            <translation>פלט</translation>
        </message>
        <message>
            <source>Parameters</source>
            <translation>פרמטרים</translation>
        </message>
        <message>
            <source>Type</source>
            <translation>סוג</translation>
        </message>
    </context>
    <context>
        <name>LayersPage</name>
        <message>
            <source>Looking inside…</source>
            <translation>מביטים פנימה…</translation>
        </message>
        <message>
            <source>Words in the full name or the type of a module.</source>
            <translation>מילים בשם המלא או בסוג של מודול.</translation>
        </message>
    </context>
    <context>
        <name>NamePage</name>
        <message>
            <source>&amp;Name</source>
            <translation>&amp;שם</translation>
        </message>
        <message>
            <source>You have a model of the same name already; give this one another.</source>
            <translation>כבר יש לכם מודל בשם הזה; תנו לזה שם אחר.</translation>
        </message>
    </context>
    <context>
        <name>NetworkPage</name>
        <message>
            <source>Networks</source>
            <translation>רשתות</translation>
        </message>
        <message>
            <source>No known network has exactly these tensors. Which one did you train?</source>
            <translation>לאף רשת מוכרת אין בדיוק הטנזורים האלה. איזו רשת אימנתם?</translation>
        </message>
        <message>
            <source>Search</source>
            <translation>חיפוש</translation>
        </message>
        <message>
            <source>Search networks</source>
            <translation>חיפוש רשתות</translation>
        </message>
        <message>
            <source>Tensors that differ</source>
            <translation>טנזורים שונים</translation>
        </message>
    </context>
    <context>
        <name>NoticeBar</name>
        <message numerus="yes">
            <source>%Ln more</source>
            <translation>
                <numerusform>עוד אחת</numerusform>
                <numerusform>עוד %Ln</numerusform>
            </translation>
        </message>
        <message>
            <source>Begin a new run</source>
            <translation>התחלת הרצה חדשה</translation>
        </message>
        <message>
            <source>Continue</source>
            <translation>המשך</translation>
        </message>
        <message>
            <source>Copy details</source>
            <translation>העתקת הפרטים</translation>
        </message>
        <message>
            <source>Dismiss</source>
            <translation>סגירה</translation>
        </message>
        <message>
            <source>Models…</source>
            <translation>מודלים…</translation>
        </message>
        <message>
            <source>Open page…</source>
            <translation>פתיחת הדף…</translation>
        </message>
        <message>
            <source>Open…</source>
            <translation>פתיחה…</translation>
        </message>
        <message>
            <source>Show in file manager</source>
            <translation>הצגה במנהל הקבצים</translation>
        </message>
        <message>
            <source>Try again</source>
            <translation>ניסיון נוסף</translation>
        </message>
        <message>
            <source>Undo</source>
            <translation>ביטול פעולה</translation>
        </message>
        <message>
            <source>Use the best that works</source>
            <translation>להשתמש בטוב ביותר שעובד</translation>
        </message>
    </context>
    <context>
        <name>NumbersPage</name>
        <message>
            <source>95 % means that the model is nearly sure that the picture has this class, 50 % that it cannot tell. It does not mean that 95 of 100 such answers are right: models are often surer than they should be, above all with pictures unlike those they learned from.</source>
            <translation>95% פירושו שהמודל כמעט בטוח שלתמונה יש המחלקה הזאת, 50% – שאינו יכול לומר. אין פירושו ש־95 מתוך 100 תשובות כאלה נכונות: לעתים קרובות מודלים בטוחים יותר מכפי שראוי, בייחוד בתמונות שאינן דומות לאלה שלמדו מהן.</translation>
        </message>
        <message>
            <source>95 % means that the model prefers this class by far to all others that it knows. It does not mean that 95 of 100 such answers are right: models are often surer than they should be, above all with pictures unlike those they learned from.</source>
            <translation>95% פירושם שהמודל מעדיף בהרבה את המחלקה הזאת על כל האחרות שהוא מכיר. אין פירושם ש־95 מתוך 100 תשובות כאלה נכונות: מודלים בטוחים לעתים קרובות יותר ממה שראוי, בעיקר בתמונות השונות מאלה שמהן למדו.</translation>
        </message>
        <message>
            <source>A click on a bar shows which places of that part speak for its class: the lighter, the more. It is coarse, and its lightest place has the most of this map only, so that maps of two classes cannot be compared. It shows what the network used, which need not be the thing itself.</source>
            <translation>לחיצה על פס מראה אילו מקומות בחלק הזה מעידים על המחלקה שלו: ככל שבהיר יותר, כך יותר. המפה גסה, והמקום הבהיר ביותר הוא הרב ביותר במפה הזאת בלבד, ולכן אי אפשר להשוות מפות של שתי מחלקות. היא מראה במה השתמשה הרשת, וזה לא בהכרח הדבר עצמו.</translation>
        </message>
        <message>
            <source>A probability for each class</source>
            <translation>הסתברות לכל מחלקה</translation>
        </message>
        <message>
            <source>How sure the model is, not how right</source>
            <translation>עד כמה המודל בטוח, לא עד כמה הוא צודק</translation>
        </message>
        <message>
            <source>Shares of one hundred per cent</source>
            <translation>חלקים ממאה אחוז</translation>
        </message>
        <message>
            <source>That is all that the network gets. The button of this name shows that part. What lies outside has no say.</source>
            <translation>זה כל מה שהרשת מקבלת. הלחצן בשם זה מראה את החלק הזה. מה שמחוצה לו אינו נחשב.</translation>
        </message>
        <message>
            <source>The model in use was trained for pictures that have several classes at once, or none. A bar is the probability that the picture has this class, whatever the others have, so the bars need not sum to 100 %: several may be high, and all may be low.</source>
            <translation>המודל שבשימוש אומן לתמונות שיש להן כמה מחלקות בבת אחת, או אף לא אחת. פס הוא ההסתברות שלתמונה יש המחלקה הזאת, ויהיה לאחרות אשר יהיה, ולכן הפסים אינם חייבים להסתכם ב־100%: כמה מהם יכולים להיות גבוהים, וכולם יכולים להיות נמוכים.</translation>
        </message>
        <message>
            <source>The model knows a closed list of classes; the built-in one knows 1,000, from “tench” to “toilet tissue”. For each picture it spreads 100 % over all of them. A bar is the share of one class.</source>
            <translation>המודל מכיר רשימה סגורה של מחלקות; המודל המובנה מכיר 1,000, מ“tench” ועד “toilet tissue”. לכל תמונה הוא מחלק 100% בין כולן. פס הוא החלק של מחלקה אחת.</translation>
        </message>
        <message>
            <source>The numbers are the sigmoid of each of the network’s outputs, the usual way to make a probability of a score; they are shown to 0.1 %. The window and the command line give the same numbers for the same picture.</source>
            <translation>המספרים הם sigmoid של כל אחד מפלטי הרשת, הדרך המקובלת להפוך ציון להסתברות; הם מוצגים בדיוק של 0.1%. החלון ושורת הפקודה נותנים אותם מספרים לאותה תמונה.</translation>
        </message>
        <message>
            <source>The numbers are the softmax of the network’s outputs, the usual way to make shares of scores; they are shown to 0.1 %. The window and the command line give the same numbers for the same picture.</source>
            <translation>המספרים הם softmax של פלטי הרשת, הדרך המקובלת להפוך ציונים לחלקים; הם מוצגים בדיוק של 0.1%. החלון ושורת הפקודה נותנים אותם מספרים לאותה תמונה.</translation>
        </message>
        <message>
            <source>There is no class “person” and none for your own cat. Something that is not on the list gets the class that resembles it most, sometimes with a high share.</source>
            <translation>אין מחלקה “אדם”, ואין מחלקה לחתול שלכם. דבר שאינו ברשימה מקבל את המחלקה הדומה לו ביותר, לפעמים עם חלק גדול.</translation>
        </message>
        <message>
            <source>Unknown</source>
            <translation>לא ידוע</translation>
        </message>
        <message>
            <source>What do these numbers mean?</source>
            <translation>מה משמעות המספרים?</translation>
        </message>
        <message>
            <source>What is not on the list cannot be found</source>
            <translation>מה שאינו ברשימה אי אפשר למצוא</translation>
        </message>
        <message>
            <source>What the network saw</source>
            <translation>מה הרשת ראתה</translation>
        </message>
        <message>
            <source>When the likeliest class has less than %1, the headline is “unknown”. The bars still show what the model would have guessed. The limit is the least probability in the settings.</source>
            <translation>כשלמחלקה הסבירה ביותר יש פחות מ־%1, הכותרת היא “לא ידוע”. הפסים עדיין מראים מה המודל היה מנחש. הגבול הוא ההסתברות המזערית שבהגדרות.</translation>
        </message>
        <message>
            <source>Where the figures come from</source>
            <translation>מאין באים המספרים</translation>
        </message>
        <message>
            <source>Why?</source>
            <translation>למה?</translation>
        </message>
    </context>
    <context>
        <name>Outside</name>
        <message>
            <source>No program was found that could open it: %1</source>
            <translation>לא נמצאה תוכנה שיכולה לפתוח את זה: %1</translation>
        </message>
        <message>
            <source>No program was found that could show it: %1</source>
            <translation>לא נמצאה תוכנה שיכולה להציג את זה: %1</translation>
        </message>
    </context>
    <context>
        <name>OwnExport</name>
        <message>
            <source>Export</source>
            <translation>ייצוא</translation>
        </message>
        <message>
            <source>On another computer, drop it on Whatsit’s window.</source>
            <translation>במחשב אחר, שחררו אותו על החלון של Whatsit.</translation>
        </message>
        <message>
            <source>Writing “%1”…</source>
            <translation>„%1” נכתב…</translation>
        </message>
    </context>
    <context>
        <name>OwnFilePage</name>
        <message>
            <source>A checkpoint or state dict (.pth, .pt, .bin, .ckpt), a file in safetensors, a folder as timm saves it, or a model that Whatsit exported. It is read as data: nothing in it is run, and the file stays as it is.</source>
            <translation>נקודת שמירה או state dict (‎.pth, ‎.pt, ‎.bin, ‎.ckpt), קובץ safetensors, תיקייה כפי ש־timm שומרת, או מודל ש־Whatsit ייצאה. הוא נקרא כנתונים: דבר בו אינו מורץ, והקובץ נשאר כפי שהוא.</translation>
        </message>
        <message>
            <source>All files</source>
            <translation>כל הקבצים</translation>
        </message>
        <message>
            <source>C&amp;opy lines</source>
            <translation>ה&amp;עתקת השורות</translation>
        </message>
        <message>
            <source>Choose &amp;file…</source>
            <translation>בחירת &amp;קובץ…</translation>
        </message>
        <message>
            <source>Choose a model</source>
            <translation>בחירת מודל</translation>
        </message>
        <message>
            <source>Choose f&amp;older…</source>
            <translation>בחירת &amp;תיקייה…</translation>
        </message>
        <message>
            <source>Choose the folder of a model</source>
            <translation>בחירת תיקייה של מודל</translation>
        </message>
        <message>
            <source>Drop the file here that your training saved.</source>
            <translation>שחררו כאן את הקובץ שהאימון שלכם שמר.</translation>
        </message>
        <message>
            <source>Lines of Python</source>
            <translation>שורות Python</translation>
        </message>
        <message>
            <source>Models</source>
            <translation>מודלים</translation>
        </message>
        <message>
            <source>Where you trained it, these lines save the weights alone:</source>
            <translation>במקום שבו אימנתם אותו, השורות האלה שומרות את המשקולות לבדן:</translation>
        </message>
    </context>
    <context>
        <name>OwnForm</name>
        <message>
            <source>&amp;Labels</source>
            <translation>שמות מ&amp;חלקות</translation>
        </message>
        <message>
            <source>&amp;Name</source>
            <translation>&amp;שם</translation>
        </message>
        <message>
            <source>&amp;Weights</source>
            <translation>מ&amp;שקולות</translation>
        </message>
        <message>
            <source>A picture can have se&amp;veral classes, or none</source>
            <translation>לתמונה יכולות להיות &amp;כמה מחלקות, או אף לא אחת</translation>
        </message>
        <message>
            <source>As they were in the end</source>
            <translation>כפי שהיו בסוף</translation>
        </message>
        <message>
            <source>Chan&amp;ge…</source>
            <translation>שי&amp;נוי…</translation>
        </message>
        <message>
            <source>How pictures are prepared</source>
            <translation>כיצד תמונות מוכנות</translation>
        </message>
        <message>
            <source>Li&amp;cence</source>
            <translation>&amp;רישיון</translation>
        </message>
        <message>
            <source>Licence</source>
            <translation>רישיון</translation>
        </message>
        <message>
            <source>N&amp;otes</source>
            <translation>&amp;הערות</translation>
        </message>
        <message>
            <source>Name</source>
            <translation>שם</translation>
        </message>
        <message>
            <source>Network</source>
            <translation>רשת</translation>
        </message>
        <message>
            <source>Notes</source>
            <translation>הערות</translation>
        </message>
        <message>
            <source>Optional</source>
            <translation>לא חובה</translation>
        </message>
        <message>
            <source>Preprocessing</source>
            <translation>עיבוד מקדים</translation>
        </message>
        <message>
            <source>Several networks have exactly these tensors; choose the one that you trained.</source>
            <translation>לכמה רשתות יש בדיוק הטנזורים האלה; בחרו את זו שאימנתם.</translation>
        </message>
        <message>
            <source>Their moving average (EMA)</source>
            <translation>הממוצע הנע שלהן (EMA)</translation>
        </message>
    </context>
    <context>
        <name>OwnModelDialog</name>
        <message>
            <source>&amp;Add</source>
            <translation>הו&amp;ספה</translation>
        </message>
        <message>
            <source>&amp;Back</source>
            <translation>&amp;חזרה</translation>
        </message>
        <message>
            <source>&amp;Compare</source>
            <translation>ה&amp;שוואה</translation>
        </message>
        <message>
            <source>&amp;Continue</source>
            <translation>&amp;המשך</translation>
        </message>
        <message>
            <source>&amp;Import</source>
            <translation>&amp;ייבוא</translation>
        </message>
        <message>
            <source>&amp;Use it now</source>
            <translation>&amp;שימוש בו עכשיו</translation>
        </message>
        <message>
            <source>Add a model</source>
            <translation>הוספת מודל</translation>
        </message>
        <message>
            <source>Adding…</source>
            <translation>נוסף…</translation>
        </message>
        <message>
            <source>Cancel</source>
            <translation>ביטול</translation>
        </message>
        <message>
            <source>Chec&amp;k…</source>
            <translation>&amp;בדיקה…</translation>
        </message>
        <message>
            <source>Close</source>
            <translation>סגירה</translation>
        </message>
        <message>
            <source>Comparing…</source>
            <translation>משווה…</translation>
        </message>
        <message>
            <source>Importing…</source>
            <translation>מיובא…</translation>
        </message>
        <message>
            <source>Reading labels…</source>
            <translation>שמות המחלקות נקראים…</translation>
        </message>
        <message>
            <source>Reading pairs…</source>
            <translation>הזוגות נקראים…</translation>
        </message>
        <message>
            <source>Reading…</source>
            <translation>נקרא…</translation>
        </message>
        <message>
            <source>Stop</source>
            <translation>עצירה</translation>
        </message>
        <message>
            <source>Stopping…</source>
            <translation>נעצר…</translation>
        </message>
        <message>
            <source>Use this &amp;setting</source>
            <translation>שימוש בהגדרה &amp;זו</translation>
        </message>
        <message>
            <source>Writing…</source>
            <translation>נכתב…</translation>
        </message>
    </context>
    <context>
        <name>OwnModels</name>
        <message>
            <source>%1 (%2).</source>
            <translation>%1 (%2).</translation>
        </message>
        <message numerus="yes">
            <source>%1 of %2, %Ln classes</source>
            <translation>
                <numerusform>‏%1 של %2, מחלקה אחת</numerusform>
                <numerusform>‏%1 של %2, ‏%Ln מחלקות</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%1 of %Ln classes have a label; the other is called “%2”.</source>
            <translation>
                <numerusform>ל־%1 מתוך מחלקה אחת יש שם; האחרת נקראת „%2”.</numerusform>
                <numerusform>ל־%1 מתוך %Ln מחלקות יש שם; האחרת נקראת „%2”.</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%1 of %Ln classes have a label; the others are called “%2” and so on.</source>
            <translation>
                <numerusform>ל־%1 מתוך מחלקה אחת יש שם; האחרות נקראות „%2” וכן הלאה.</numerusform>
                <numerusform>ל־%1 מתוך %Ln מחלקות יש שם; האחרות נקראות „%2” וכן הלאה.</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%1 of %Ln pictures have the expected class.</source>
            <translation>
                <numerusform>ל־%1 מתוך תמונה אחת יש המחלקה הצפויה.</numerusform>
                <numerusform>ל־%1 מתוך %Ln תמונות יש המחלקה הצפויה.</numerusform>
            </translation>
        </message>
        <message>
            <source>%1: %2 of the tensors agree</source>
            <translation>‏%1: ‏%2 מהטנזורים תואמים</translation>
        </message>
        <message numerus="yes">
            <source>%Ln pictures could not be read and do not count.</source>
            <translation>
                <numerusform>תמונה אחת לא נקראה ואינה נחשבת.</numerusform>
                <numerusform>%Ln תמונות לא נקראו ואינן נחשבות.</numerusform>
            </translation>
        </message>
        <message>
            <source>A model needs a name that can be seen, of at most 100 characters</source>
            <translation>למודל דרוש שם שאפשר לראות, של 100 תווים לכל היותר</translation>
        </message>
        <message numerus="yes">
            <source>All %Ln classes have a label.</source>
            <translation>
                <numerusform>למחלקה יש שם.</numerusform>
                <numerusform>לכל %Ln המחלקות יש שם.</numerusform>
            </translation>
        </message>
        <message>
            <source>Another model has this name; choose another, or remove that one first</source>
            <translation>למודל אחר יש השם הזה; בחרו שם אחר, או הסירו אותו קודם</translation>
        </message>
        <message>
            <source>Comparing with known networks: %1 of %2</source>
            <translation>השוואה לרשתות מוכרות: %1 מתוך %2</translation>
        </message>
        <message numerus="yes">
            <source>Comparing: %Ln settings tried</source>
            <translation>
                <numerusform>השוואה: הגדרה אחת נוסתה</numerusform>
                <numerusform>השוואה: %Ln הגדרות נוסו</numerusform>
            </translation>
        </message>
        <message>
            <source>Each class gets a probability of its own, so the bars need not sum to 100 % (sigmoid).</source>
            <translation>כל מחלקה מקבלת הסתברות משלה, ולכן הפסים אינם חייבים להסתכם ב־100% (sigmoid).</translation>
        </message>
        <message>
            <source>It is among your models now, with weights of its own; the file that it came from stays as it is.</source>
            <translation>הוא נמצא עכשיו בין המודלים שלכם, עם משקלים משלו; הקובץ שממנו בא נשאר כפי שהוא.</translation>
        </message>
        <message>
            <source>Loading the model…</source>
            <translation>המודל נטען…</translation>
        </message>
        <message>
            <source>Looking up how its pictures are prepared…</source>
            <translation>נבדק כיצד התמונות שלו מוכנות…</translation>
        </message>
        <message>
            <source>No other setting agrees better; are the labels in the right order, and these the weights?</source>
            <translation>אין הגדרה אחרת שתואמת יותר; האם שמות המחלקות בסדר הנכון, ואלה המשקולות?</translation>
        </message>
        <message>
            <source>No setting agrees in all; this one comes nearest:</source>
            <translation>אין הגדרה שתואמת בכול; זו הקרובה ביותר:</translation>
        </message>
        <message>
            <source>One of the tensors can be no weight here; save plain floating-point weights</source>
            <translation>אחד הטנזורים אינו יכול להיות כאן משקולת; שמרו משקולות רגילות בנקודה צפה</translation>
        </message>
        <message>
            <source>One of the tensors holds numbers that are not finite, so that there can be no scores; take a checkpoint from before the training went wrong</source>
            <translation>באחד הטנזורים יש מספרים שאינם סופיים, ולכן לא יכולים להיות ציונים; קחו נקודת שמירה מלפני שהאימון השתבש</translation>
        </message>
        <message>
            <source>Probabilities differ by at most %1.</source>
            <translation>ההסתברויות שונות ב־%1 לכל היותר.</translation>
        </message>
        <message>
            <source>Several networks have exactly these tensors; name the one that was trained</source>
            <translation>לכמה רשתות יש בדיוק הטנזורים האלה; ציינו את זו שאומנה</translation>
        </message>
        <message numerus="yes">
            <source>The %Ln labels in the checkpoint were not taken: they are not as many.</source>
            <translation>
                <numerusform>שם המחלקה שבנקודת השמירה לא נלקח: מספרם אינו מתאים.</numerusform>
                <numerusform>%Ln שמות המחלקות שבנקודת השמירה לא נלקחו: מספרם אינו מתאים.</numerusform>
            </translation>
        </message>
        <message>
            <source>The class labels cannot be read; a list, a table or a text with one in a line is wanted</source>
            <translation>אי אפשר לקרוא את שמות המחלקות; דרושים רשימה, טבלה או טקסט ובו שם אחד בכל שורה</translation>
        </message>
        <message>
            <source>The classes share 100 % (softmax): the more one has, the less is left for the others.</source>
            <translation>המחלקות מתחלקות ב־100% (softmax): ככל שלאחת יש יותר, נשאר פחות לאחרות.</translation>
        </message>
        <message>
            <source>The file cannot be read</source>
            <translation>אי אפשר לקרוא את הקובץ</translation>
        </message>
        <message>
            <source>The file holds a whole network, which is code, and Whatsit runs none from a file; save its weights alone, where it was made</source>
            <translation>הקובץ מכיל רשת שלמה, שהיא קוד, ו־Whatsit אינה מריצה קוד מקובץ; שמרו את המשקולות לבדן, במקום שבו נוצר</translation>
        </message>
        <message>
            <source>The file holds objects that are made by running code, which Whatsit does not do; save its weights alone, where it was made</source>
            <translation>הקובץ מכיל עצמים שנוצרים בהרצת קוד, ו־Whatsit אינה עושה זאת; שמרו את המשקולות לבדן, במקום שבו נוצר</translation>
        </message>
        <message>
            <source>The file is a program in TorchScript, and Whatsit runs none from a file; save its weights alone, where it was made</source>
            <translation>הקובץ הוא תוכנית ב־TorchScript, ו־Whatsit אינה מריצה תוכנית מקובץ; שמרו את המשקולות לבדן, במקום שבו נוצר</translation>
        </message>
        <message>
            <source>The file is a program made by torch.export, and Whatsit runs none from a file; save its weights alone, where it was made</source>
            <translation>הקובץ הוא תוכנית של torch.export, ו־Whatsit אינה מריצה תוכנית מקובץ; שמרו את המשקולות לבדן, במקום שבו נוצר</translation>
        </message>
        <message>
            <source>The file is damaged, cut off or made to do harm, and was not used; copy or save it again</source>
            <translation>הקובץ פגום, קטוע או נועד להזיק, ולא נעשה בו שימוש; העתיקו או שמרו אותו שוב</translation>
        </message>
        <message>
            <source>The model answers as your script did.</source>
            <translation>המודל עונה כפי שענה הסקריפט שלכם.</translation>
        </message>
        <message>
            <source>The model cannot be written there</source>
            <translation>אי אפשר לכתוב שם את המודל</translation>
        </message>
        <message>
            <source>The model takes its pictures like this from now on.</source>
            <translation>מעתה המודל מקבל כך את התמונות שלו.</translation>
        </message>
        <message>
            <source>The network cannot take pictures prepared like this</source>
            <translation>הרשת אינה יכולה לקבל תמונות שהוכנו כך</translation>
        </message>
        <message>
            <source>The network that these weights are of was not recognised; name its architecture</source>
            <translation>הרשת שהמשקולות האלה שלה לא זוהתה; ציינו את הארכיטקטורה שלה</translation>
        </message>
        <message>
            <source>The pairs cannot be read; a table of paths and labels or scores is wanted</source>
            <translation>אי אפשר לקרוא את הזוגות; דרושה טבלה של נתיבים ושל שמות מחלקות או ציונים</translation>
        </message>
        <message>
            <source>The weights do not fit this architecture; name another</source>
            <translation>המשקולות אינן מתאימות לארכיטקטורה הזאת; ציינו אחרת</translation>
        </message>
        <message>
            <source>There are more class labels than outputs of the network; are they of another model?</source>
            <translation>יש יותר שמות מחלקות מפלטים של הרשת; האם הם של מודל אחר?</translation>
        </message>
        <message>
            <source>There is no state dict in the file; save the one of the network</source>
            <translation>אין בקובץ state dict; שמרו את זה של הרשת</translation>
        </message>
        <message>
            <source>There is no such architecture; see how its library spells it</source>
            <translation>אין ארכיטקטורה כזאת; בדקו כיצד הספרייה שלה מאייתת אותה</translation>
        </message>
        <message>
            <source>There is no such file or folder</source>
            <translation>אין קובץ או תיקייה כאלה</translation>
        </message>
        <message>
            <source>There is not enough memory for these weights; close other programs and try again</source>
            <translation>אין די זיכרון למשקולות האלה; סגרו תוכניות אחרות ונסו שוב</translation>
        </message>
        <message>
            <source>There is not enough room for the model; make room and try again</source>
            <translation>אין די מקום למודל; פנו מקום ונסו שוב</translation>
        </message>
        <message>
            <source>This file holds no model as Whatsit exports it, or it is damaged; export it again</source>
            <translation>הקובץ הזה אינו מכיל מודל כפי ש־Whatsit מייצאת, או שהוא פגום; ייצאו שוב</translation>
        </message>
        <message>
            <source>This folder is of the library transformers, whose networks Whatsit does not have; one in timm’s format is wanted</source>
            <translation>התיקייה הזאת היא של הספרייה transformers, שאת רשתותיה אין ל־Whatsit; דרושה תיקייה בתבנית של timm</translation>
        </message>
        <message>
            <source>This is a compressed archive; unpack it and add what is in it</source>
            <translation>זה ארכיון דחוס; פרקו אותו והוסיפו את מה שבתוכו</translation>
        </message>
        <message>
            <source>This is no file of weights; a state dict saved by torch.save or safetensors is wanted</source>
            <translation>זה אינו קובץ של משקולות; דרוש state dict שנשמר ב־torch.save או ב־safetensors</translation>
        </message>
        <message>
            <source>This is no folder of a model as timm saves them</source>
            <translation>זו אינה תיקייה של מודל כפי ש־timm שומרת</translation>
        </message>
        <message>
            <source>This model was kept by a newer Whatsit; use that one</source>
            <translation>המודל הזה נשמר על ידי Whatsit חדשה יותר; השתמשו בה</translation>
        </message>
        <message>
            <source>This needs a library that is not installed</source>
            <translation>לשם כך דרושה ספרייה שאינה מותקנת</translation>
        </message>
        <message>
            <source>Trying the model…</source>
            <translation>המודל נבחן…</translation>
        </message>
        <message>
            <source>Two classes have the same label; give each its own</source>
            <translation>לשתי מחלקות יש אותו שם; תנו לכל אחת שם משלה</translation>
        </message>
        <message>
            <source>What is written about this model is damaged; add it again</source>
            <translation>מה שנכתב על המודל הזה פגום; הוסיפו אותו שוב</translation>
        </message>
        <message>
            <source>With these weights the network gives no finite scores for a picture</source>
            <translation>עם המשקולות האלה הרשת אינה נותנת ציונים סופיים לתמונה</translation>
        </message>
        <message>
            <source>With this setting all agree:</source>
            <translation>עם ההגדרה הזאת הכול תואם:</translation>
        </message>
        <message numerus="yes">
            <source>Without labels the %Ln classes are called “%2” and so on.</source>
            <translation>
                <numerusform>בלי שם המחלקה נקראת „%2”.</numerusform>
                <numerusform>בלי שמות %Ln המחלקות נקראות „%2” וכן הלאה.</numerusform>
            </translation>
        </message>
        <message>
            <source>Writing: %1 of %2 MB</source>
            <translation>נכתב: %1 מתוך %2 MB</translation>
        </message>
        <message>
            <source>You have no model of this name</source>
            <translation>אין לכם מודל בשם הזה</translation>
        </message>
        <message>
            <source>“%1” is no label or number of a class, with or without a probability, and no list of all scores.</source>
            <translation>„%1” אינו שם או מספר של מחלקה, עם הסתברות או בלעדיה, ואינו רשימה של כל הציונים.</translation>
        </message>
        <message>
            <source>“%1” is written to %2 with its weights, its labels and how its pictures are prepared.</source>
            <translation>„%1” נכתב אל %2 עם המשקולות שלו, שמות המחלקות שלו והאופן שבו התמונות שלו מוכנות.</translation>
        </message>
        <message>
            <source>“%1” was added.</source>
            <translation>„%1” נוסף.</translation>
        </message>
        <message>
            <source>“%1” was written to %2.</source>
            <translation>„%1” נכתב אל %2.</translation>
        </message>
    </context>
    <context>
        <name>PairsModel</name>
        <message>
            <source>Picture</source>
            <translation>תמונה</translation>
        </message>
        <message>
            <source>What the script said</source>
            <translation>מה שהסקריפט אמר</translation>
        </message>
    </context>
    <context>
        <name>PairsTable</name>
        <message>
            <source>Pictures and what the script said</source>
            <translation>תמונות ומה שהסקריפט אמר</translation>
        </message>
    </context>
    <context>
        <name>PictureSide</name>
        <message>
            <source>heat map: %1</source>
            <translation>מפת חום: %1</translation>
        </message>
    </context>
    <context>
        <name>PicturesModel</name>
        <message>
            <source>stopped</source>
            <translation>נעצר</translation>
        </message>
        <message>
            <source>unknown</source>
            <translation>לא ידוע</translation>
        </message>
        <message>
            <source>waiting</source>
            <translation>ממתין</translation>
        </message>
    </context>
    <context>
        <name>PlanModel</name>
        <message>
            <source>Files</source>
            <translation>קבצים</translation>
        </message>
        <message>
            <source>Folder</source>
            <translation>תיקייה</translation>
        </message>
        <message>
            <source>Note</source>
            <translation>הערה</translation>
        </message>
        <message>
            <source>Size</source>
            <translation>גודל</translation>
        </message>
        <message>
            <source>is there already</source>
            <translation>כבר שם</translation>
        </message>
    </context>
    <context>
        <name>PlanPage</name>
        <message>
            <source>&amp;Save plan…</source>
            <translation>&amp;שמירת התוכנית…</translation>
        </message>
        <message>
            <source>Plan</source>
            <translation>תוכנית</translation>
        </message>
        <message>
            <source>This is a plan. Nothing has been changed yet.</source>
            <translation>זו תוכנית. עדיין לא שונה דבר.</translation>
        </message>
    </context>
    <context>
        <name>PredictionsModel</name>
        <message>
            <source>%1; heat map</source>
            <translation>%1; מפת חום</translation>
        </message>
        <message>
            <source>unknown; %1</source>
            <translation>לא ידוע; %1</translation>
        </message>
    </context>
    <context>
        <name>PreprocessDialog</name>
        <message>
            <source> pixels</source>
            <translation> פיקסלים</translation>
        </message>
        <message>
            <source>&amp;Interpolation</source>
            <translation>&amp;אינטרפולציה</translation>
        </message>
        <message>
            <source>&amp;Order of colours</source>
            <translation>&amp;סדר הצבעים</translation>
        </message>
        <message>
            <source>&amp;Resize</source>
            <translation>שינוי &amp;גודל</translation>
        </message>
        <message>
            <source>&amp;To</source>
            <translation>&amp;אל</translation>
        </message>
        <message>
            <source>As for CLIP</source>
            <translation>כמו ל־CLIP</translation>
        </message>
        <message>
            <source>As for ImageNet</source>
            <translation>כמו ל־ImageNet</translation>
        </message>
        <message>
            <source>Blue, green, red (OpenCV)</source>
            <translation>כחול, ירוק, אדום (OpenCV)</translation>
        </message>
        <message>
            <source>Both sides, squashed</source>
            <translation>שתי הצלעות, במעיכה</translation>
        </message>
        <message>
            <source>Colour &amp;values</source>
            <translation>&amp;ערכי צבע</translation>
        </message>
        <message>
            <source>Cut out the &amp;middle</source>
            <translation>חיתוך ה&amp;מרכז</translation>
        </message>
        <message>
            <source>De&amp;viation</source>
            <translation>ס&amp;טייה</translation>
        </message>
        <message>
            <source>Deviation</source>
            <translation>סטייה</translation>
        </message>
        <message>
            <source>From 0 to 1</source>
            <translation>מ־0 עד 1</translation>
        </message>
        <message>
            <source>From 0 to 255</source>
            <translation>מ־0 עד 255</translation>
        </message>
        <message>
            <source>From −1 to 1</source>
            <translation>מ־‎−1 עד 1</translation>
        </message>
        <message>
            <source>How pictures are prepared</source>
            <translation>כיצד תמונות מוכנות</translation>
        </message>
        <message>
            <source>M&amp;ean</source>
            <translation>ממו&amp;צע</translation>
        </message>
        <message>
            <source>Mean</source>
            <translation>ממוצע</translation>
        </message>
        <message>
            <source>Other</source>
            <translation>אחר</translation>
        </message>
        <message>
            <source>Red, green, blue</source>
            <translation>אדום, ירוק, כחול</translation>
        </message>
        <message>
            <source>The shorter side, keeping proportions</source>
            <translation>הצלע הקצרה, בשמירת הפרופורציות</translation>
        </message>
    </context>
    <context>
        <name>Program</name>
        <message>
            <source>Another window of Whatsit does not answer, so this one was opened.</source>
            <translation>חלון אחר של Whatsit אינו עונה, ולכן נפתח חלון זה.</translation>
        </message>
        <message>
            <source>Something went wrong inside Whatsit.</source>
            <translation>משהו השתבש בתוך Whatsit.</translation>
        </message>
        <message>
            <source>What your administrator set for this computer cannot be read. Please tell your administrator.</source>
            <translation>לא ניתן לקרוא את מה שקבע מנהל המערכת למחשב זה. נא לדווח על כך למנהל המערכת.</translation>
        </message>
        <message>
            <source>Whatsit ended unexpectedly last time. A report lies on this computer; nobody was told.</source>
            <translation>בפעם הקודמת Whatsit הסתיימה באופן לא צפוי. דוח נמצא במחשב זה; איש לא קיבל הודעה.</translation>
        </message>
    </context>
    <context>
        <name>ProgressLine</name>
        <message>
            <source>%1 of %2</source>
            <translation>%1 מתוך %2</translation>
        </message>
        <message>
            <source>%1 so far</source>
            <translation>%1 עד כה</translation>
        </message>
        <message>
            <source>Progress</source>
            <translation>התקדמות</translation>
        </message>
    </context>
    <context>
        <name>Promise</name>
        <message>
            <source>Add model “%1”</source>
            <translation>הוספת המודל „%1”</translation>
        </message>
        <message>
            <source>Classify %1</source>
            <translation>סיווג %1</translation>
        </message>
        <message>
            <source>Classify %2 in “%1”</source>
            <translation>סיווג %2 ב־“%1”</translation>
        </message>
        <message numerus="yes">
            <source>Classify %Ln files and folders</source>
            <translation>
                <numerusform>סיווג קובץ או תיקייה</numerusform>
                <numerusform>סיווג %Ln קבצים ותיקיות</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>Classify the pictures in %Ln folders</source>
            <translation>
                <numerusform>סיווג התמונות שבתיקייה</numerusform>
                <numerusform>סיווג התמונות שב־%Ln תיקיות</numerusform>
            </translation>
        </message>
        <message>
            <source>Classify the pictures in “%1”</source>
            <translation>סיווג התמונות ב־“%1”</translation>
        </message>
        <message>
            <source>Classify this picture</source>
            <translation>סיווג התמונה הזאת</translation>
        </message>
        <message>
            <source>Classify “%1”</source>
            <translation>סיווג “%1”</translation>
        </message>
        <message>
            <source>Fetch from %1, if you say yes</source>
            <translation>הבאה מ־%1, אם תסכימו</translation>
        </message>
        <message>
            <source>There are no pictures in them</source>
            <translation>אין בהם תמונות</translation>
        </message>
        <message>
            <source>There are no pictures in “%1”</source>
            <translation>אין תמונות ב־“%1”</translation>
        </message>
        <message>
            <source>This lies on another computer</source>
            <translation>זה נמצא במחשב אחר</translation>
        </message>
    </context>
    <context>
        <name>QuietTable</name>
        <message>
            <source>Sort by</source>
            <translation>סידור לפי</translation>
        </message>
    </context>
    <context>
        <name>ResultsGrid</name>
        <message>
            <source>Pictures of the run</source>
            <translation>תמונות ההרצה</translation>
        </message>
    </context>
    <context>
        <name>ResultsModel</name>
        <message>
            <source>Class</source>
            <translation>מחלקה</translation>
        </message>
        <message>
            <source>Folder</source>
            <translation>תיקייה</translation>
        </message>
        <message>
            <source>Name</source>
            <translation>שם</translation>
        </message>
        <message>
            <source>Probability</source>
            <translation>הסתברות</translation>
        </message>
        <message>
            <source>State</source>
            <translation>מצב</translation>
        </message>
        <message>
            <source>no longer there</source>
            <translation>כבר איננה</translation>
        </message>
        <message>
            <source>perhaps %1</source>
            <translation>אולי %1</translation>
        </message>
    </context>
    <context>
        <name>ResultsPane</name>
        <message>
            <source>Clear filters</source>
            <translation>ניקוי המסננים</translation>
        </message>
        <message>
            <source>No picture has been classified yet.</source>
            <translation>עדיין לא סווגה אף תמונה.</translation>
        </message>
        <message>
            <source>No picture matches.</source>
            <translation>אין תמונה מתאימה.</translation>
        </message>
        <message>
            <source>Reading the results</source>
            <translation>קריאת התוצאות</translation>
        </message>
        <message>
            <source>Reading the results…</source>
            <translation>קריאת התוצאות…</translation>
        </message>
        <message>
            <source>Try again</source>
            <translation>ניסיון נוסף</translation>
        </message>
    </context>
    <context>
        <name>ResultsTable</name>
        <message>
            <source>Pictures of the run</source>
            <translation>תמונות ההרצה</translation>
        </message>
    </context>
    <context>
        <name>RowChoice</name>
        <message>
            <source>&amp;All pictures</source>
            <translation>כל התמו&amp;נות</translation>
        </message>
        <message>
            <source>The &amp;selected ones</source>
            <translation>הנ&amp;בחרות</translation>
        </message>
        <message>
            <source>The selected ones could not be read: %1</source>
            <translation>לא ניתן היה לקרוא את הנבחרות: %1</translation>
        </message>
        <message>
            <source>Those that the fi&amp;lters choose</source>
            <translation>אלה שה&amp;מסננים בוחרים</translation>
        </message>
    </context>
    <context>
        <name>RunActions</name>
        <message>
            <source>All pictures were classified.</source>
            <translation>כל התמונות סווגו.</translation>
        </message>
        <message>
            <source>Forget</source>
            <translation>שכחה</translation>
        </message>
        <message>
            <source>Name</source>
            <translation>שם</translation>
        </message>
        <message>
            <source>No folder is shown.</source>
            <translation>לא מוצגת תיקייה.</translation>
        </message>
        <message>
            <source>No picture is listed.</source>
            <translation>אין תמונות ברשימה.</translation>
        </message>
        <message>
            <source>Rename</source>
            <translation>שינוי שם</translation>
        </message>
        <message>
            <source>The run is only just beginning.</source>
            <translation>ההרצה רק מתחילה.</translation>
        </message>
        <message>
            <source>The run is still going on.</source>
            <translation>ההרצה עדיין נמשכת.</translation>
        </message>
    </context>
    <context>
        <name>RunStrip</name>
        <message>
            <source>Looking for pictures…</source>
            <translation>חיפוש תמונות…</translation>
        </message>
        <message>
            <source>More</source>
            <translation>עוד</translation>
        </message>
        <message>
            <source>Progress</source>
            <translation>התקדמות</translation>
        </message>
        <message>
            <source>Waiting: the model is being loaded…</source>
            <translation>ממתינה: המודל נטען…</translation>
        </message>
        <message>
            <source>Waits until “%1” is done</source>
            <translation>ממתין עד ש־“%1” יסתיים</translation>
        </message>
    </context>
    <context>
        <name>Runs</name>
        <message>
            <source>%1 a minute</source>
            <translation>%1 בדקה</translation>
        </message>
        <message>
            <source>%1 a second</source>
            <translation>%1 בשנייה</translation>
        </message>
        <message numerus="yes">
            <source>%1 and %Ln more</source>
            <translation>
                <numerusform>%1 ועוד אחת</numerusform>
                <numerusform>%1 ועוד %Ln</numerusform>
            </translation>
        </message>
        <message>
            <source>%1 known before</source>
            <translation>%1 כבר ידועות</translation>
        </message>
        <message>
            <source>%1 of %2</source>
            <translation>%1 מתוך %2</translation>
        </message>
        <message>
            <source>%1 so far</source>
            <translation>%1 עד כה</translation>
        </message>
        <message numerus="yes">
            <source>%Ln other files skipped</source>
            <translation>
                <numerusform>קובץ אחר אחד דולג</numerusform>
                <numerusform>%Ln קבצים אחרים דולגו</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%Ln runs are forgotten.</source>
            <translation>
                <numerusform>ההרצה נשכחה.</numerusform>
                <numerusform>%Ln הרצות נשכחו.</numerusform>
            </translation>
        </message>
        <message>
            <source>All results are forgotten.</source>
            <translation>כל התוצאות נשכחו.</translation>
        </message>
        <message numerus="yes">
            <source>Forget %Ln runs?</source>
            <translation>
                <numerusform>לשכוח הרצה אחת?</numerusform>
                <numerusform>לשכוח %Ln הרצות?</numerusform>
            </translation>
        </message>
        <message>
            <source>Forget “%1”?</source>
            <translation>לשכוח את “%1”?</translation>
        </message>
        <message>
            <source>Paused after %1</source>
            <translation>מושהה אחרי %1</translation>
        </message>
        <message>
            <source>Paused at %1 of %2</source>
            <translation>מושהה ב־%1 מתוך %2</translation>
        </message>
        <message>
            <source>Results cannot be kept in your data folder. They last until you quit.</source>
            <translation>לא ניתן לשמור תוצאות בתיקיית הנתונים שלכם. הן יישארו עד היציאה.</translation>
        </message>
        <message>
            <source>Stopped after %1</source>
            <translation>נעצר אחרי %1</translation>
        </message>
        <message>
            <source>Stopped at %1 of %2</source>
            <translation>נעצר ב־%1 מתוך %2</translation>
        </message>
        <message>
            <source>Stopping…</source>
            <translation>נעצר…</translation>
        </message>
        <message>
            <source>The results could not be read or changed: %1</source>
            <translation>לא ניתן היה לקרוא או לשנות את התוצאות: %1</translation>
        </message>
        <message>
            <source>The results were damaged. They lie at %1 now, and new ones begin.</source>
            <translation>התוצאות היו פגומות. הן נמצאות עכשיו ב־%1, ומתחילות חדשות.</translation>
        </message>
        <message>
            <source>Your pictures are where they were.</source>
            <translation>התמונות שלכם נמצאות היכן שהיו.</translation>
        </message>
        <message>
            <source>skipped: %1 × %2</source>
            <translation>דולגו: %1 × %2</translation>
        </message>
        <message>
            <source>“%1” is not finished: %2 are classified so far.</source>
            <translation>“%1” לא הסתיימה: עד כה סווגו %2.</translation>
        </message>
        <message>
            <source>“%1” is not finished: %2 of %3 are classified so far.</source>
            <translation>“%1” לא הסתיימה: עד כה סווגו %2 מתוך %3.</translation>
        </message>
        <message>
            <source>“%1” was classified by a model that this Whatsit no longer has. A new run can begin in its folders.</source>
            <translation>“%1” סווגה במודל שכבר אינו ב־Whatsit זו. אפשר להתחיל הרצה חדשה בתיקיות שלה.</translation>
        </message>
        <message>
            <source>“%1”: %2</source>
            <translation>“%1”: %2</translation>
        </message>
    </context>
    <context>
        <name>RunsDialog</name>
        <message>
            <source>Forget</source>
            <translation>שכחה</translation>
        </message>
        <message>
            <source>Forget all results?</source>
            <translation>לשכוח את כל התוצאות?</translation>
        </message>
        <message>
            <source>Forget everything</source>
            <translation>לשכוח הכול</translation>
        </message>
        <message>
            <source>Forget everything…</source>
            <translation>לשכוח הכול…</translation>
        </message>
        <message>
            <source>Forget…</source>
            <translation>שכחה…</translation>
        </message>
        <message>
            <source>Name</source>
            <translation>שם</translation>
        </message>
        <message>
            <source>No results are kept yet. Drop a folder on the window, or open one.</source>
            <translation>עדיין אין תוצאות. גררו תיקייה לחלון או פתחו אחת.</translation>
        </message>
        <message>
            <source>Open</source>
            <translation>פתיחה</translation>
        </message>
        <message>
            <source>Rename</source>
            <translation>שינוי שם</translation>
        </message>
        <message>
            <source>Rename…</source>
            <translation>שינוי שם…</translation>
        </message>
        <message>
            <source>Results</source>
            <translation>תוצאות</translation>
        </message>
    </context>
    <context>
        <name>RunsModel</name>
        <message>
            <source>Begun</source>
            <translation>התחלה</translation>
        </message>
        <message>
            <source>Name</source>
            <translation>שם</translation>
        </message>
        <message>
            <source>Not classified</source>
            <translation>לא סווגו</translation>
        </message>
        <message>
            <source>Pictures</source>
            <translation>תמונות</translation>
        </message>
        <message>
            <source>State</source>
            <translation>מצב</translation>
        </message>
        <message>
            <source>complete</source>
            <translation>הושלם</translation>
        </message>
        <message>
            <source>paused</source>
            <translation>מושהה</translation>
        </message>
        <message>
            <source>under way</source>
            <translation>בתהליך</translation>
        </message>
        <message>
            <source>unfinished</source>
            <translation>לא הושלם</translation>
        </message>
        <message>
            <source>waiting</source>
            <translation>ממתין</translation>
        </message>
    </context>
    <context>
        <name>SearchBox</name>
        <message>
            <source>Clear the search</source>
            <translation>ניקוי החיפוש</translation>
        </message>
        <message>
            <source>Search</source>
            <translation>חיפוש</translation>
        </message>
    </context>
    <context>
        <name>Session</name>
        <message>
            <source>The pictures could not be listed.</source>
            <translation>לא ניתן היה לפרט את התמונות.</translation>
        </message>
        <message>
            <source>The settings could not be saved. They hold until you quit.</source>
            <translation>לא ניתן היה לשמור את ההגדרות. הן תקפות עד היציאה.</translation>
        </message>
    </context>
    <context>
        <name>SettingsDialog</name>
        <message>
            <source> megapixels</source>
            <translation> מגה־פיקסלים</translation>
        </message>
        <message>
            <source>&amp;Appearance</source>
            <translation>מ&amp;ראה</translation>
        </message>
        <message>
            <source>&amp;Bars shown</source>
            <translation>מספר ה&amp;עמודות</translation>
        </message>
        <message>
            <source>&amp;Device</source>
            <translation>הת&amp;קן</translation>
        </message>
        <message>
            <source>&amp;Least probability</source>
            <translation>&amp;הסתברות מזערית</translation>
        </message>
        <message>
            <source>&amp;Model</source>
            <translation>&amp;מודל</translation>
        </message>
        <message>
            <source>&amp;Precision</source>
            <translation>&amp;דיוק</translation>
        </message>
        <message>
            <source>&amp;Refuse pictures over</source>
            <translation>דחיית &amp;תמונות מעל</translation>
        </message>
        <message>
            <source>Another language shows when Whatsit is started again.</source>
            <translation>שפה אחרת תוצג בהפעלה הבאה של Whatsit.</translation>
        </message>
        <message>
            <source>Answers in bf16 differ a little. A processor without it computes in fp32.</source>
            <translation>תשובות ב־bf16 שונות במקצת. מעבד שאין לו bf16 מחשב ב־fp32.</translation>
        </message>
        <message>
            <source>Ask for a newer version at the start, at most once a day</source>
            <translation>לבדוק בהפעלה אם יש גרסה חדשה, לכל היותר פעם ביום</translation>
        </message>
        <message>
            <source>Asked for timm’s models in place of the Hugging Face hub, if not empty.</source>
            <translation>אם אינו ריק, פונים אליו במקום אל Hugging Face hub עבור המודלים של timm.</translation>
        </message>
        <message>
            <source>Automatic</source>
            <translation>אוטומטי</translation>
        </message>
        <message>
            <source>Below it a picture’s class is “unknown”.</source>
            <translation>מתחתיה מחלקת התמונה היא “לא ידוע”.</translation>
        </message>
        <message>
            <source>Dark</source>
            <translation>כהה</translation>
        </message>
        <message>
            <source>Exact (fp32)</source>
            <translation>מדויק (fp32)</translation>
        </message>
        <message>
            <source>Fast (bf16)</source>
            <translation>מהיר (bf16)</translation>
        </message>
        <message>
            <source>Greyed choices are set by your administrator.</source>
            <translation>אפשרויות אפורות נקבעו על ידי מנהל המערכת.</translation>
        </message>
        <message>
            <source>Hub m&amp;irror</source>
            <translation>שרת &amp;חלופי</translation>
        </message>
        <message>
            <source>Keep the computer awake during long work</source>
            <translation>להשאיר את המחשב ער בעבודה ארוכה</translation>
        </message>
        <message>
            <source>Lan&amp;guage</source>
            <translation>&amp;שפה</translation>
        </message>
        <message>
            <source>Light</source>
            <translation>בהיר</translation>
        </message>
        <message>
            <source>Mod&amp;els…</source>
            <translation>מודל&amp;ים…</translation>
        </message>
        <message>
            <source>Never use the network</source>
            <translation>לא להשתמש ברשת לעולם</translation>
        </message>
        <message>
            <source>Open everything in one window</source>
            <translation>לפתוח הכול בחלון אחד</translation>
        </message>
        <message>
            <source>Remember recent pictures</source>
            <translation>לזכור תמונות אחרונות</translation>
        </message>
        <message>
            <source>Settings</source>
            <translation>הגדרות</translation>
        </message>
        <message>
            <source>System</source>
            <translation>כמו המערכת</translation>
        </message>
        <message>
            <source>This is no address of a server.</source>
            <translation>זו אינה כתובת של שרת.</translation>
        </message>
    </context>
    <context>
        <name>SortDialog</name>
        <message>
            <source>&amp;Back</source>
            <translation>&amp;חזרה</translation>
        </message>
        <message>
            <source>&amp;Earlier sorts…</source>
            <translation>מיונים &amp;קודמים…</translation>
        </message>
        <message>
            <source>Cancel</source>
            <translation>ביטול</translation>
        </message>
        <message>
            <source>Looking at the pictures…</source>
            <translation>עיון בתמונות…</translation>
        </message>
        <message>
            <source>Make &amp;plan</source>
            <translation>הכנת תו&amp;כנית</translation>
        </message>
        <message>
            <source>Plan of %1</source>
            <translation>תוכנית של %1</translation>
        </message>
        <message>
            <source>Save plan</source>
            <translation>שמירת התוכנית</translation>
        </message>
        <message>
            <source>Sort into folders</source>
            <translation>מיון לתיקיות</translation>
        </message>
        <message>
            <source>Writing the plan…</source>
            <translation>כתיבת התוכנית…</translation>
        </message>
    </context>
    <context>
        <name>SortOptions</name>
        <message>
            <source>%1 sorted</source>
            <translation>%1 ממוין</translation>
        </message>
        <message>
            <source>&amp;Browse…</source>
            <translation>עיו&amp;ן…</translation>
        </message>
        <message>
            <source>&amp;Folders by</source>
            <translation>תיקיות &amp;לפיתיקיות לפי</translation>
        </message>
        <message>
            <source>&amp;How</source>
            <translation>&amp;איך</translation>
        </message>
        <message>
            <source>&amp;Into</source>
            <translation>&amp;יעד</translation>
        </message>
        <message>
            <source>&amp;Not classified</source>
            <translation>שלא &amp;סווגו</translation>
        </message>
        <message>
            <source>&amp;Unknown ones</source>
            <translation>לא ידולא י&amp;דועותעות</translation>
        </message>
        <message>
            <source>Folder to sort into</source>
            <translation>תיקיית היעד</translation>
        </message>
        <message>
            <source>Into a folder of their own</source>
            <translation>לתיקייה משלהן</translation>
        </message>
        <message>
            <source>Left where they are</source>
            <translation>נשארות במקומן</translation>
        </message>
        <message>
            <source>Name the folder with its whole path, or browse for it.</source>
            <translation>ציינו את התיקייה בנתיב מלא, או בחרו אותה בעיון.</translation>
        </message>
        <message>
            <source>Names of the folders</source>
            <translation>שמות התיקיות</translation>
        </message>
        <message>
            <source>Pictures</source>
            <translation>תמונות</translation>
        </message>
        <message>
            <source>Sort into</source>
            <translation>מיון אל</translation>
        </message>
    </context>
    <context>
        <name>SortProgress</name>
        <message>
            <source>Getting ready…</source>
            <translation>הכנה…</translation>
        </message>
        <message>
            <source>Progress</source>
            <translation>התקדמות</translation>
        </message>
        <message>
            <source>Stopping…</source>
            <translation>נעצר…</translation>
        </message>
        <message>
            <source>You can stop at any time: nothing of a half copy stays, and then all can go on or be undone.</source>
            <translation>אפשר לעצור בכל עת: מעותק חלקי לא נשאר דבר, ואפשר להמשיך או לבטל הכול.</translation>
        </message>
    </context>
    <context>
        <name>SortResult</name>
        <message>
            <source>Files that were left alone, and why</source>
            <translation>קבצים שלא נגעו בהם, ומדוע</translation>
        </message>
    </context>
    <context>
        <name>SortWorkDialog</name>
        <message>
            <source>&amp;Continue</source>
            <translation>&amp;המשך</translation>
        </message>
        <message>
            <source>&amp;Stop</source>
            <translation>&amp;עצירה</translation>
        </message>
        <message>
            <source>&amp;Undo</source>
            <translation>&amp;ביטול פעולה</translation>
        </message>
        <message>
            <source>Cancel</source>
            <translation>ביטול</translation>
        </message>
        <message>
            <source>Close</source>
            <translation>סגירה</translation>
        </message>
        <message>
            <source>No program was found that could show it: %1</source>
            <translation>לא נמצאה תוכנה שיכולה להציג את זה: %1</translation>
        </message>
        <message>
            <source>Show &amp;folder</source>
            <translation>הצגת ה&amp;תיקייה</translation>
        </message>
    </context>
    <context>
        <name>Sorting</name>
        <message>
            <source> or </source>
            <translation> או </translation>
        </message>
        <message>
            <source>%1 left</source>
            <translation>נותרו %1</translation>
        </message>
        <message>
            <source>%1 of %2</source>
            <translation>%1 מתוך %2</translation>
        </message>
        <message>
            <source>%1 of %2 files</source>
            <translation>%1 מתוך %2 קבצים</translation>
        </message>
        <message numerus="yes">
            <source>%Ln companions (sidecars, RAW) go along.</source>
            <translation>
                <numerusform>קובץ נלווה אחד (קובץ צד, RAW) מצטרף.</numerusform>
                <numerusform>%Ln קבצים נלווים (קובצי צד, RAW) מצטרפים.</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%Ln files are back where they were.</source>
            <translation>
                <numerusform>קובץ אחד חזר למקומו.</numerusform>
                <numerusform>%Ln קבצים חזרו למקומם.</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%Ln files could not be brought back and stay where they are:</source>
            <translation>
                <numerusform>קובץ אחד לא ניתן היה להחזיר, והוא נשאר במקומו:</numerusform>
                <numerusform>%Ln קבצים לא ניתן היה להחזיר, והם נשארים במקומם:</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%Ln files could not be sorted and are where they were:</source>
            <translation>
                <numerusform>קובץ אחד לא ניתן היה למיין, והוא נשאר במקומו:</numerusform>
                <numerusform>%Ln קבצים לא ניתן היה למיין, והם נשארו במקומם:</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%Ln files were copied into “%1”.</source>
            <translation>
                <numerusform>קובץ אחד הועתק אל “%1”.</numerusform>
                <numerusform>%Ln קבצים הועתקו אל “%1”.</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%Ln files were left alone so far</source>
            <translation>
                <numerusform>עד כה לא נגעו בקובץ אחד</numerusform>
                <numerusform>עד כה לא נגעו ב־%Ln קבצים</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%Ln files were linked into “%1”.</source>
            <translation>
                <numerusform>קובץ אחד קושר אל “%1”.</numerusform>
                <numerusform>%Ln קבצים קושרו אל “%1”.</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%Ln files were moved into “%1”.</source>
            <translation>
                <numerusform>קובץ אחד הועבר אל “%1”.</numerusform>
                <numerusform>%Ln קבצים הועברו אל “%1”.</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%Ln files were not removed and stay where they are:</source>
            <translation>
                <numerusform>קובץ אחד לא הוסר, והוא נשאר במקומו:</numerusform>
                <numerusform>%Ln קבצים לא הוסרו, והם נשארים במקומם:</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%Ln files were removed again.</source>
            <translation>
                <numerusform>קובץ אחד הוסר שוב.</numerusform>
                <numerusform>%Ln קבצים הוסרו שוב.</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%Ln folders</source>
            <translation>
                <numerusform>תיקייה אחת</numerusform>
                <numerusform>%Ln תיקיות</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%Ln more…</source>
            <translation>
                <numerusform>עוד אחד…</numerusform>
                <numerusform>עוד %Ln…</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%Ln pictures get a number behind their names, because these are taken.</source>
            <translation>
                <numerusform>תמונה אחת מקבלת מספר אחרי שמה, כי השם תפוס.</numerusform>
                <numerusform>%Ln תמונות מקבלות מספר אחרי שמותיהן, כי השמות תפוסים.</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%Ln pictures stay where they are, each because %1.</source>
            <translation>
                <numerusform>תמונה אחת נשארת במקומה, כי %1.</numerusform>
                <numerusform>%Ln תמונות נשארות במקומן, כל אחת כי %1.</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%Ln pictures%1 will be copied into %2.</source>
            <translation>
                <numerusform>תמונה אחת%1 תועתק אל %2.</numerusform>
                <numerusform>%Ln תמונות%1 יועתקו אל %2.</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%Ln pictures%1 will be linked into %2.</source>
            <translation>
                <numerusform>תמונה אחת%1 תקושר אל %2.</numerusform>
                <numerusform>%Ln תמונות%1 יקושרו אל %2.</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%Ln pictures%1 will be moved into %2.</source>
            <translation>
                <numerusform>תמונה אחת%1 תועבר אל %2.</numerusform>
                <numerusform>%Ln תמונות%1 יועברו אל %2.</numerusform>
            </translation>
        </message>
        <message>
            <source>&amp;Copy %1</source>
            <translation>ה&amp;עתקת %1</translation>
        </message>
        <message>
            <source>&amp;Link %1</source>
            <translation>&amp;קישור %1</translation>
        </message>
        <message>
            <source>&amp;Move %1</source>
            <translation>ה&amp;עברת %1</translation>
        </message>
        <message>
            <source>A picture’s class is “unknown” if even the likeliest one has less than %1, as the table is set now.</source>
            <translation>מחלקת תמונה היא “לא ידוע” אם גם לסבירה ביותר יש פחות מ־%1, לפי הגדרת הטבלה כעת.</translation>
        </message>
        <message>
            <source>As written below</source>
            <translation>כפי שכתוב למטה</translation>
        </message>
        <message>
            <source>Class</source>
            <translation>מחלקה</translation>
        </message>
        <message>
            <source>Copy</source>
            <translation>העתקה</translation>
        </message>
        <message>
            <source>Copying into “%1”…</source>
            <translation>מעתיקים אל “%1”…</translation>
        </message>
        <message>
            <source>Each file appears in both places and takes no more room. This works on one drive only.</source>
            <translation>כל קובץ מופיע בשני המקומות ואינו תופס מקום נוסף. זה עובד רק בכונן אחד.</translation>
        </message>
        <message>
            <source>Folder it comes from, then class</source>
            <translation>תיקיית המקור, ואז מחלקה</translation>
        </message>
        <message>
            <source>For instance: %1</source>
            <translation>לדוגמה: %1</translation>
        </message>
        <message>
            <source>For instance: %1 stays where it is, because %2.</source>
            <translation>למשל: %1 נשארת במקומה, כי %2.</translation>
        </message>
        <message>
            <source>Hard links</source>
            <translation>קישורים קשיחים</translation>
        </message>
        <message>
            <source>Left where they are</source>
            <translation>נשארות במקומן</translation>
        </message>
        <message>
            <source>Making links in “%1”…</source>
            <translation>יוצרים קישורים אל “%1”…</translation>
        </message>
        <message>
            <source>Move</source>
            <translation>העברה</translation>
        </message>
        <message>
            <source>Moving into “%1”…</source>
            <translation>מעבירים אל “%1”…</translation>
        </message>
        <message>
            <source>Sorting “%1” was interrupted.</source>
            <translation>המיון של “%1” נקטע.</translation>
        </message>
        <message>
            <source>Stopped.</source>
            <translation>נעצר.</translation>
        </message>
        <message>
            <source>Such folders cannot be made. They may be named with {label}, {source}, {year}, {month} and {day}.</source>
            <translation>לא ניתן ליצור תיקיות כאלה. אפשר לתת להן שמות עם {label}, ‏{source}, ‏{year}, ‏{month} ו־{day}.</translation>
        </message>
        <message>
            <source>The folders lie in “%1”; later runs skip them.</source>
            <translation>התיקיות נמצאות ב“%1”; הרצות מאוחרות ידלגו עליהן.</translation>
        </message>
        <message>
            <source>The originals stay as they are, and the copies take as much room again.</source>
            <translation>המקור נשאר כפי שהוא, והעותקים תופסים אותו מקום שוב.</translation>
        </message>
        <message>
            <source>The pictures leave their folders. What is known of them goes along, and it can be undone.</source>
            <translation>התמונות עוזבות את תיקיותיהן. מה שידוע עליהן עובר איתן, ואפשר לבטל זאת.</translation>
        </message>
        <message>
            <source>The plan was written to “%1”.</source>
            <translation>התוכנית נכתבה אל “%1”.</translation>
        </message>
        <message>
            <source>The rest is still where it was sorted to. Undoing can go on now or later.</source>
            <translation>השאר עדיין במקום שאליו מוין. אפשר להמשיך בביטול עכשיו או אחר כך.</translation>
        </message>
        <message>
            <source>The rest is where it was. It can go on, or be undone, now or later.</source>
            <translation>השאר נמצא במקומו. אפשר להמשיך, או לבטל, עכשיו או אחר כך.</translation>
        </message>
        <message>
            <source>There is nothing to sort.</source>
            <translation>אין מה למיין.</translation>
        </message>
        <message>
            <source>Undoing the sort of “%1” was interrupted.</source>
            <translation>ביטול המיון של “%1” נקטע.</translation>
        </message>
        <message>
            <source>Undoing what was sorted into “%1”…</source>
            <translation>מבטלים את מה שמוין אל “%1”…</translation>
        </message>
        <message>
            <source>Whatsit’s results do not know yet where these pictures are: %1</source>
            <translation>התוצאות של Whatsit עדיין אינן יודעות היכן התמונות האלה: %1</translation>
        </message>
        <message>
            <source>Year and month, then class</source>
            <translation>שנה וחודש, ואז מחלקה</translation>
        </message>
        <message>
            <source>complete</source>
            <translation>הושלם</translation>
        </message>
        <message>
            <source>goes along with its picture</source>
            <translation>מצטרף לתמונה שלו</translation>
        </message>
        <message>
            <source>half undone</source>
            <translation>בוטל בחלקו</translation>
        </message>
        <message>
            <source>interrupted</source>
            <translation>נקטע</translation>
        </message>
        <message>
            <source>under way</source>
            <translation>בתהליך</translation>
        </message>
        <message>
            <source>undone</source>
            <translation>בוטל</translation>
        </message>
        <message>
            <source>undone, but for some</source>
            <translation>בוטל, פרט לכמה</translation>
        </message>
        <message>
            <source>{label} is the class, {source} the folder that the picture comes from, {year}, {month} and {day} when the file was changed last. A slash makes a folder in a folder.</source>
            <translation>{label} היא המחלקה, {source} התיקייה שממנה באה התמונה, {year}, {month} ו־{day} מועד השינוי האחרון של הקובץ. לוכסן יוצר תיקייה בתוך תיקייה.</translation>
        </message>
        <message>
            <source>“%1” was not written.</source>
            <translation>“%1” לא נכתב.</translation>
        </message>
    </context>
    <context>
        <name>SortsDialog</name>
        <message>
            <source>&amp;Continue</source>
            <translation>&amp;המשך</translation>
        </message>
        <message>
            <source>&amp;Undo</source>
            <translation>&amp;ביטול פעולה</translation>
        </message>
        <message>
            <source>Close</source>
            <translation>סגירה</translation>
        </message>
        <message>
            <source>Show &amp;folder</source>
            <translation>הצגת ה&amp;תיקייה</translation>
        </message>
        <message>
            <source>Sorts</source>
            <translation>מיונים</translation>
        </message>
    </context>
    <context>
        <name>SortsModel</name>
        <message>
            <source>Begun</source>
            <translation>התחלה</translation>
        </message>
        <message>
            <source>Files</source>
            <translation>קבצים</translation>
        </message>
        <message>
            <source>Into</source>
            <translation>אל</translation>
        </message>
        <message>
            <source>Run</source>
            <translation>הרצה</translation>
        </message>
        <message>
            <source>State</source>
            <translation>מצב</translation>
        </message>
    </context>
    <context>
        <name>StatusLine</name>
        <message>
            <source>Classifying… %1 of %2</source>
            <translation>סיווג… %1 מתוך %2</translation>
        </message>
        <message>
            <source>Device: %1</source>
            <translation>התקן: %1</translation>
        </message>
        <message>
            <source>Loading %1…</source>
            <translation>טעינת %1…</translation>
        </message>
        <message>
            <source>Looking for pictures…</source>
            <translation>חיפוש תמונות…</translation>
        </message>
        <message>
            <source>No model is loaded</source>
            <translation>לא נטען מודל</translation>
        </message>
        <message>
            <source>Progress</source>
            <translation>התקדמות</translation>
        </message>
        <message>
            <source>Stop</source>
            <translation>עצירה</translation>
        </message>
        <message>
            <source>Stopping… %1 of %2</source>
            <translation>נעצר… %1 מתוך %2</translation>
        </message>
    </context>
    <context>
        <name>TagDialog</name>
        <message>
            <source>&amp;Classes per picture</source>
            <translation>&amp;מחלקות לכל תמונה</translation>
        </message>
        <message>
            <source>&amp;Files</source>
            <translation>&amp;קבצים</translation>
        </message>
        <message>
            <source>&amp;Take away the tags that Whatsit wrote</source>
            <translation>ה&amp;סרת התגים ש־Whatsit כתבה</translation>
        </message>
        <message>
            <source>&amp;Write tags</source>
            <translation>&amp;כתיבת תגים</translation>
        </message>
        <message>
            <source>Only classes of at least %1 become tags.</source>
            <translation>רק מחלקות של %1 לפחות נעשות תגים.</translation>
        </message>
        <message>
            <source>Pictures</source>
            <translation>תמונות</translation>
        </message>
        <message>
            <source>Tag the others as “&amp;unknown”</source>
            <translation>תיוג האחרות כ־“&amp;לא ידוע”</translation>
        </message>
        <message>
            <source>Tags</source>
            <translation>תגים</translation>
        </message>
        <message>
            <source>Take a&amp;way</source>
            <translation>ה&amp;סרה</translation>
        </message>
        <message>
            <source>Taking tags away…</source>
            <translation>מסירים תגים…</translation>
        </message>
        <message>
            <source>The pictures themselves are never changed: tags go into small XMP files beside them.</source>
            <translation>התמונות עצמן לעולם אינן משתנות: התגים נכתבים בקובצי XMP קטנים לצידן.</translation>
        </message>
        <message>
            <source>What to do</source>
            <translation>מה לעשות</translation>
        </message>
        <message>
            <source>Write the classes as ta&amp;gs</source>
            <translation>כתיבת המחלקות כ&amp;תגים</translation>
        </message>
        <message>
            <source>Writing tags…</source>
            <translation>כתיבת תגים…</translation>
        </message>
    </context>
    <context>
        <name>TagResult</name>
        <message>
            <source>Pictures that could not be changed, and why</source>
            <translation>תמונות שלא ניתן היה לשנות, ומדוע</translation>
        </message>
    </context>
    <context>
        <name>Tags</name>
        <message numerus="yes">
            <source>%Ln are unknown and were not tagged.</source>
            <translation>
                <numerusform>אחת אינה ידועה ולא תויגה.</numerusform>
                <numerusform>%Ln אינן ידועות ולא תויגו.</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%Ln could not be changed:</source>
            <translation>
                <numerusform>אחת לא ניתן היה לשנות:</numerusform>
                <numerusform>%Ln לא ניתן היה לשנות:</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%Ln could not be classified.</source>
            <translation>
                <numerusform>אחת לא ניתן היה לסווג.</numerusform>
                <numerusform>%Ln לא ניתן היה לסווג.</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%Ln had no tags of Whatsit.</source>
            <translation>
                <numerusform>לאחת לא היו תגים של Whatsit.</numerusform>
                <numerusform>ל־%Ln לא היו תגים של Whatsit.</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%Ln had the right tags already.</source>
            <translation>
                <numerusform>לאחת כבר היו התגים הנכונים.</numerusform>
                <numerusform>ל־%Ln כבר היו התגים הנכונים.</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%Ln pictures were tagged.</source>
            <translation>
                <numerusform>תמונה אחת תויגה.</numerusform>
                <numerusform>%Ln תמונות תויגו.</numerusform>
            </translation>
        </message>
        <message>
            <source>Another Whatsit is writing tags. Try again when it is done.</source>
            <translation>Whatsit אחרת כותבת תגים. נסו שוב כשתסיים.</translation>
        </message>
        <message>
            <source>Tagging was stopped. What was written stays, and doing the same again goes on.</source>
            <translation>התיוג נעצר. מה שנכתב נשאר, וביצוע חוזר ימשיך משם.</translation>
        </message>
        <message>
            <source>Taking tags away was stopped. All files are whole, and doing the same again goes on.</source>
            <translation>הסרת התגים נעצרה. כל הקבצים שלמים, וביצוע חוזר ימשיך משם.</translation>
        </message>
        <message>
            <source>The list of what Whatsit wrote cannot be used (%1), and without it nothing is written.</source>
            <translation>לא ניתן להשתמש ברשימת מה ש־Whatsit כתבה (%1), ובלעדיה לא נכתב דבר.</translation>
        </message>
        <message>
            <source>The list of what Whatsit wrote was damaged; it lies at %1 now. What was written before stays.</source>
            <translation>רשימת מה ש־Whatsit כתבה הייתה פגומה; היא נמצאת עכשיו ב־%1. מה שנכתב קודם נשאר.</translation>
        </message>
        <message numerus="yes">
            <source>The tags of %Ln pictures were taken away.</source>
            <translation>
                <numerusform>התגים של תמונה אחת הוסרו.</numerusform>
                <numerusform>התגים של %Ln תמונות הוסרו.</numerusform>
            </translation>
        </message>
        <message>
            <source>cat.jpg.xmp, for digiKam, darktable and most others</source>
            <translation>cat.jpg.xmp, עבור digiKam,‏ darktable ורוב האחרים</translation>
        </message>
        <message>
            <source>cat.xmp, for Adobe’s programs</source>
            <translation>cat.xmp, עבור התוכנות של Adobe</translation>
        </message>
    </context>
    <context>
        <name>TaskDialog</name>
        <message>
            <source>Close</source>
            <translation>סגירה</translation>
        </message>
        <message>
            <source>Something went wrong inside Whatsit.</source>
            <translation>משהו השתבש בתוך Whatsit.</translation>
        </message>
    </context>
    <context>
        <name>Threshold</name>
        <message>
            <source>A picture whose likeliest class has less than this is called unknown.</source>
            <translation>תמונה שלמחלקה הסבירה ביותר שלה יש פחות מזה נקראת לא ידועה.</translation>
        </message>
        <message>
            <source>Least probability</source>
            <translation>הסתברות מזערית</translation>
        </message>
        <message>
            <source>below: unknown</source>
            <translation>מתחת: לא ידוע</translation>
        </message>
    </context>
    <context>
        <name>ToolBar</name>
        <message>
            <source>Device</source>
            <translation>התקן</translation>
        </message>
        <message>
            <source>Model</source>
            <translation>מודל</translation>
        </message>
        <message>
            <source>Models…</source>
            <translation>מודלים…</translation>
        </message>
        <message>
            <source>Tools</source>
            <translation>כלים</translation>
        </message>
    </context>
    <context>
        <name>UpdateDialog</name>
        <message>
            <source>Open page…</source>
            <translation>פתיחת הדף…</translation>
        </message>
        <message>
            <source>Progress</source>
            <translation>התקדמות</translation>
        </message>
        <message>
            <source>Something went wrong inside Whatsit.</source>
            <translation>משהו השתבש בתוך Whatsit.</translation>
        </message>
        <message>
            <source>Updates</source>
            <translation>עדכונים</translation>
        </message>
    </context>
    <context>
        <name>Updates</name>
        <message>
            <source>%1 cannot be reached</source>
            <translation>אין גישה אל %1</translation>
        </message>
        <message>
            <source>%1 has no answer</source>
            <translation>אין תשובה אצל %1</translation>
        </message>
        <message>
            <source>%1 leads in circles, or on to an address without encryption</source>
            <translation>%1 מפנה במעגל, או אל כתובת ללא הצפנה</translation>
        </message>
        <message>
            <source>%1 sent too much</source>
            <translation>התקבל יותר מדי מאת %1</translation>
        </message>
        <message>
            <source>%1 took too long</source>
            <translation>התשובה מאת %1 התעכבה יותר מדי</translation>
        </message>
        <message>
            <source>Asking %1…</source>
            <translation>פנייה אל %1…</translation>
        </message>
        <message>
            <source>There is a newer version, Whatsit %1. This is %2.</source>
            <translation>יש גרסה חדשה יותר, Whatsit %1. זוהי %2.</translation>
        </message>
        <message>
            <source>There is no newer version. This is Whatsit %1.</source>
            <translation>אין גרסה חדשה יותר. זוהי Whatsit %1.</translation>
        </message>
        <message>
            <source>Whether there is a newer version is not known: %1.</source>
            <translation>לא ידוע אם יש גרסה חדשה יותר: %1.</translation>
        </message>
        <message>
            <source>a library is missing or damaged</source>
            <translation>ספרייה חסרה או פגומה</translation>
        </message>
        <message>
            <source>the connection to %1 cannot be trusted</source>
            <translation>אי אפשר לסמוך על החיבור אל %1</translation>
        </message>
        <message>
            <source>what %1 sent makes no sense</source>
            <translation>מה שהתקבל מאת %1 אינו מובן</translation>
        </message>
    </context>
    <context>
        <name>Views</name>
        <message>
            <source>%1 of %2</source>
            <translation>%1 מתוך %2</translation>
        </message>
    </context>
    <context>
        <name>Waiting</name>
        <message>
            <source>Progress</source>
            <translation>התקדמות</translation>
        </message>
    </context>
    <context>
        <name>Wording</name>
        <message>
            <source>%1 %</source>
            <translation>%1%</translation>
        </message>
        <message>
            <source>%1 ms</source>
            <translation>%1 מ״ש</translation>
        </message>
        <message>
            <source>%1 s</source>
            <translation>%1 שנ׳</translation>
        </message>
        <message>
            <source>%1, %2 per cent, %3 of %4</source>
            <translation>%1, %2 אחוזים, %3 מתוך %4</translation>
        </message>
        <message numerus="yes">
            <source>%Ln could not be classified</source>
            <translation>
                <numerusform>אחת לא סווגה</numerusform>
                <numerusform>%Ln לא סווגו</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%Ln pictures</source>
            <translation>
                <numerusform>תמונה אחת</numerusform>
                <numerusform>%Ln תמונות</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%Ln pictures were taken off the list. The files are where they were.</source>
            <translation>
                <numerusform>התמונה הוסרה מהרשימה. הקובץ נמצא היכן שהיה.</numerusform>
                <numerusform>%Ln תמונות הוסרו מהרשימה. הקבצים נמצאים היכן שהיו.</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%Ln selected</source>
            <translation>
                <numerusform>אחת נבחרה</numerusform>
                <numerusform>%Ln נבחרו</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%Ln stopped</source>
            <translation>
                <numerusform>אחת נעצרה</numerusform>
                <numerusform>%Ln נעצרו</numerusform>
            </translation>
        </message>
        <message>
            <source>A folder can no longer be reached; connect it again, and the same goes on from there</source>
            <translation>לא ניתן עוד להגיע לתיקייה; חברו אותה שוב, והעבודה תימשך משם</translation>
        </message>
        <message>
            <source>A folder is gone or empty although pictures in it are known; connect its drive, or continue all the same</source>
            <translation>תיקייה נעלמה או ריקה אף שתמונות בה מוכרות; חברו את הכונן שלה, או המשיכו בכל זאת</translation>
        </message>
        <message>
            <source>A library that Whatsit needs could not be loaded; install Whatsit again</source>
            <translation>לא ניתן היה לטעון ספרייה ש־Whatsit זקוקה לה; התקינו שוב את Whatsit</translation>
        </message>
        <message>
            <source>A sort into this folder is unfinished; go on with it or undo it first</source>
            <translation>מיון אל תיקייה זו לא הסתיים; המשיכו בו או בטלו אותו קודם</translation>
        </message>
        <message>
            <source>Another program holds the results for too long; try again</source>
            <translation>תוכנה אחרת מחזיקה בתוצאות זמן רב מדי; נסו שוב</translation>
        </message>
        <message>
            <source>Another sort into this folder is under way; wait for it</source>
            <translation>מיון אחר אל תיקייה זו מתבצע; המתינו לו</translation>
        </message>
        <message>
            <source>Choose another device or model, and classify it again.</source>
            <translation>בחרו התקן אחר או מודל אחר, וסווגו אותה שוב.</translation>
        </message>
        <message>
            <source>Class</source>
            <translation>מחלקה</translation>
        </message>
        <message>
            <source>Close other programs and classify it again, or save a smaller copy of it.</source>
            <translation>סגרו תוכנות אחרות וסווגו אותה שוב, או שמרו עותק קטן יותר שלה.</translation>
        </message>
        <message>
            <source>Copy it again from where it came.</source>
            <translation>העתיקו אותה שוב ממקורה.</translation>
        </message>
        <message>
            <source>Could not be classified: %1</source>
            <translation>לא ניתן לסווג: %1</translation>
        </message>
        <message>
            <source>Could not be shown: %1</source>
            <translation>לא ניתן להציג: %1</translation>
        </message>
        <message numerus="yes">
            <source>Fetching %Ln pictures…</source>
            <translation>
                <numerusform>מביאים תמונה…</numerusform>
                <numerusform>מביאים %Ln תמונות…</numerusform>
            </translation>
        </message>
        <message>
            <source>Fetching from %1…</source>
            <translation>מביאים מ־%1…</translation>
        </message>
        <message>
            <source>Folder</source>
            <translation>תיקייה</translation>
        </message>
        <message>
            <source>If another program can open it, save it there as JPEG or PNG.</source>
            <translation>אם תוכנה אחרת יכולה לפתוח אותה, שמרו אותה שם כ־JPEG או PNG.</translation>
        </message>
        <message>
            <source>It may have been moved or renamed. Drop it again from where it is now.</source>
            <translation>ייתכן שהועברה או ששמה שונה. גררו אותה שוב ממקומה הנוכחי.</translation>
        </message>
        <message>
            <source>Name</source>
            <translation>שם</translation>
        </message>
        <message>
            <source>Not all could be undone; see to what is in the way and undo again</source>
            <translation>לא הכול ניתן היה לבטל; טפלו במה שמפריע ובטלו שוב</translation>
        </message>
        <message>
            <source>Nothing can be written into this folder; name another, or give yourself the right to</source>
            <translation>לא ניתן לכתוב לתיקייה זו; ציינו אחרת, או תנו לעצמכם הרשאה</translation>
        </message>
        <message>
            <source>Only files, and folders of files, can be classified.</source>
            <translation>אפשר לסווג רק קבצים, ותיקיות של קבצים.</translation>
        </message>
        <message>
            <source>Probability</source>
            <translation>הסתברות</translation>
        </message>
        <message>
            <source>Save a smaller copy of it, or raise the limit in the settings.</source>
            <translation>שמרו עותק קטן יותר שלה, או הגדילו את הגבול בהגדרות.</translation>
        </message>
        <message>
            <source>See whether you may open it and its disk is connected; then classify it again.</source>
            <translation>בדקו אם מותר לכם לפתוח אותה ואם הדיסק שלה מחובר; ואז סווגו אותה שוב.</translation>
        </message>
        <message numerus="yes">
            <source>Select at most %Ln pictures to open or show them elsewhere.</source>
            <translation>
                <numerusform>בחרו לכל היותר תמונה אחת כדי לפתוח או להציג אותה במקום אחר.</numerusform>
                <numerusform>בחרו לכל היותר %Ln תמונות כדי לפתוח או להציג אותן במקום אחר.</numerusform>
            </translation>
        </message>
        <message>
            <source>Something went wrong inside Whatsit</source>
            <translation>משהו השתבש בתוך Whatsit</translation>
        </message>
        <message>
            <source>State</source>
            <translation>מצב</translation>
        </message>
        <message>
            <source>The device ran out of memory. The work goes on on the CPU.</source>
            <translation>להתקן אזל הזיכרון. העבודה נמשכת במעבד.</translation>
        </message>
        <message>
            <source>The device ran out of memory. The work goes on with smaller batches.</source>
            <translation>להתקן אזל הזיכרון. העבודה נמשכת בקבוצות קטנות יותר.</translation>
        </message>
        <message>
            <source>The device stopped working; nothing is lost, try again or choose the CPU</source>
            <translation>ההתקן הפסיק לעבוד; דבר לא אבד, נסו שוב או בחרו את המעבד</translation>
        </message>
        <message>
            <source>The file of this model does not fit its network; add or download the model again</source>
            <translation>הקובץ של המודל הזה אינו מתאים לרשת שלו; הוסיפו או הורידו את המודל שוב</translation>
        </message>
        <message>
            <source>The file of this model is damaged and was not used; add or download the model again</source>
            <translation>הקובץ של המודל הזה פגום ולא נעשה בו שימוש; הוסיפו או הורידו את המודל שוב</translation>
        </message>
        <message>
            <source>The file of this model is gone; put it back, or add or download the model again</source>
            <translation>הקובץ של המודל הזה נעלם; החזירו אותו, או הוסיפו או הורידו את המודל שוב</translation>
        </message>
        <message>
            <source>The files cannot be put there; see to it and try again</source>
            <translation>לא ניתן לשים שם את הקבצים; טפלו בכך ונסו שוב</translation>
        </message>
        <message>
            <source>The journal of the sort cannot be read or written; see to it and try again</source>
            <translation>לא ניתן לקרוא או לכתוב את יומן המיון; טפלו בכך ונסו שוב</translation>
        </message>
        <message>
            <source>The log has the details.</source>
            <translation>הפרטים נמצאים ביומן.</translation>
        </message>
        <message>
            <source>The model of this run can no longer be had; begin a new run</source>
            <translation>המודל של הרצה זו כבר אינו זמין; התחילו הרצה חדשה</translation>
        </message>
        <message>
            <source>The model of this run, as it was, can no longer be had; begin a new run of the same folders</source>
            <translation>המודל של הרצה זו, כפי שהיה, כבר אינו זמין; התחילו הרצה חדשה של אותן תיקיות</translation>
        </message>
        <message>
            <source>The model’s weights are damaged and were not used; install Whatsit again</source>
            <translation>המשקלים של המודל פגומים ולא נעשה בהם שימוש; התקינו שוב את Whatsit</translation>
        </message>
        <message>
            <source>The model’s weights are missing; install Whatsit again</source>
            <translation>המשקלים של המודל חסרים; התקינו שוב את Whatsit</translation>
        </message>
        <message>
            <source>The results are damaged; run the same again</source>
            <translation>התוצאות פגומות; הריצו את אותו הדבר שוב</translation>
        </message>
        <message>
            <source>The results cannot be kept; choose another store, or none</source>
            <translation>לא ניתן לשמור את התוצאות; בחרו מאגר אחר, או בלי מאגר</translation>
        </message>
        <message>
            <source>The results cannot be read</source>
            <translation>לא ניתן לקרוא את התוצאות</translation>
        </message>
        <message>
            <source>The results were kept by a newer Whatsit; open them with that one</source>
            <translation>התוצאות נשמרו ב־Whatsit חדשה יותר; פתחו אותן בה</translation>
        </message>
        <message>
            <source>The results were kept by a newer Whatsit; use that one, or another store</source>
            <translation>התוצאות נשמרו ב־Whatsit חדשה יותר; השתמשו בה, או במאגר אחר</translation>
        </message>
        <message>
            <source>The settings say that the network is never used.</source>
            <translation>לפי ההגדרות אין שימוש ברשת לעולם.</translation>
        </message>
        <message>
            <source>The source of this model tells the SHA-256 of its file only on its page; give it, and the file is proved</source>
            <translation>המקור של המודל הזה מציין את SHA-256 של הקובץ רק בדף שלו; ציינו אותו, והקובץ ייבדק</translation>
        </message>
        <message>
            <source>The undoing of this sort is unfinished; undo it to the end</source>
            <translation>ביטול המיון הזה לא הסתיים; בטלו אותו עד הסוף</translation>
        </message>
        <message>
            <source>There are no pictures in these folders.</source>
            <translation>אין תמונות בתיקיות האלה.</translation>
        </message>
        <message>
            <source>There are no pictures in “%1”.</source>
            <translation>אין תמונות ב־“%1”.</translation>
        </message>
        <message>
            <source>There is no room left to keep results; make room, and the same goes on from there</source>
            <translation>לא נשאר מקום לשמור תוצאות; פנו מקום, והעבודה תימשך משם</translation>
        </message>
        <message>
            <source>There is no room left to read the results; make room and try again</source>
            <translation>לא נשאר מקום לקרוא את התוצאות; פנו מקום ונסו שוב</translation>
        </message>
        <message>
            <source>There is no sort to undo</source>
            <translation>אין מיון לבטל</translation>
        </message>
        <message>
            <source>There is no such model</source>
            <translation>אין מודל כזה</translation>
        </message>
        <message>
            <source>There is no such sort</source>
            <translation>אין מיון כזה</translation>
        </message>
        <message>
            <source>There is not enough memory for this; close other programs and try again</source>
            <translation>אין די זיכרון לזה; סגרו תוכנות אחרות ונסו שוב</translation>
        </message>
        <message>
            <source>There is not enough room there; make room and try again</source>
            <translation>אין שם די מקום; פנו מקום ונסו שוב</translation>
        </message>
        <message>
            <source>This device cannot be used; choose another, or “Automatic”</source>
            <translation>לא ניתן להשתמש בהתקן זה; בחרו אחר, או “אוטומטי”</translation>
        </message>
        <message>
            <source>This file holds no results of Whatsit</source>
            <translation>הקובץ הזה אינו מכיל תוצאות של Whatsit</translation>
        </message>
        <message>
            <source>This file holds no results of Whatsit and is left alone; name another for the store</source>
            <translation>הקובץ הזה אינו מכיל תוצאות של Whatsit, ולא נוגעים בו; ציינו אחר למאגר</translation>
        </message>
        <message>
            <source>This file is no journal of a sort and is left alone</source>
            <translation>הקובץ הזה אינו יומן של מיון, ולא נוגעים בו</translation>
        </message>
        <message>
            <source>This is not a folder; name another</source>
            <translation>זו אינה תיקייה; ציינו אחרת</translation>
        </message>
        <message>
            <source>This is not the file that the source of this model publishes; choose another file</source>
            <translation>זה אינו הקובץ שהמקור של המודל הזה מפרסם; בחרו קובץ אחר</translation>
        </message>
        <message>
            <source>This link leads nowhere; name another folder</source>
            <translation>הקישור הזה אינו מוביל לשום מקום; ציינו תיקייה אחרת</translation>
        </message>
        <message>
            <source>This model is not on this computer yet; download it in the models window</source>
            <translation>המודל הזה עדיין אינו במחשב הזה; הורידו אותו בחלון המודלים</translation>
        </message>
        <message>
            <source>This model needs the library timm, which is not installed; install it with pip install 'whatsit[timm]'</source>
            <translation>המודל הזה צריך את הספרייה timm, שאינה מותקנת; התקינו אותה בעזרת pip install 'whatsit[timm]'</translation>
        </message>
        <message>
            <source>This run was forgotten while it was under way; run it again</source>
            <translation>ההרצה הזאת נשכחה בזמן שהתבצעה; הריצו אותה שוב</translation>
        </message>
        <message>
            <source>This run was forgotten; run it again</source>
            <translation>ההרצה הזאת נשכחה; הריצו אותה שוב</translation>
        </message>
        <message>
            <source>This sort is undone already</source>
            <translation>המיון הזה כבר בוטל</translation>
        </message>
        <message>
            <source>This sort was made by a newer Whatsit; use that one</source>
            <translation>המיון הזה נעשה ב־Whatsit חדשה יותר; השתמשו בה</translation>
        </message>
        <message>
            <source>a hard link cannot lead to another drive</source>
            <translation>קישור קשיח אינו יכול להוביל לכונן אחר</translation>
        </message>
        <message>
            <source>about %1 h left</source>
            <translation>נותרו כ־%1 שעות</translation>
        </message>
        <message>
            <source>about %1 min left</source>
            <translation>נותרו כ־%1 דקות</translation>
        </message>
        <message>
            <source>about %1 s left</source>
            <translation>נותרו כ־%1 שניות</translation>
        </message>
        <message>
            <source>another file has its name there</source>
            <translation>לקובץ אחר יש שם את שמה</translation>
        </message>
        <message>
            <source>another program is changing its sidecar; try again</source>
            <translation>תוכנה אחרת משנה את קובץ הצד שלה; נסו שוב</translation>
        </message>
        <message>
            <source>classified</source>
            <translation>סווג</translation>
        </message>
        <message>
            <source>classifying the picture</source>
            <translation>סיווג התמונה</translation>
        </message>
        <message>
            <source>copied</source>
            <translation>הועתקו</translation>
        </message>
        <message>
            <source>decoding it took too long</source>
            <translation>הפענוח שלה ארך זמן רב מדי</translation>
        </message>
        <message>
            <source>decoding the picture</source>
            <translation>פענוח התמונה</translation>
        </message>
        <message>
            <source>done</source>
            <translation>הסתיים</translation>
        </message>
        <message>
            <source>failed</source>
            <translation>נכשל</translation>
        </message>
        <message>
            <source>it cannot be opened</source>
            <translation>לא ניתן לפתוח אותה</translation>
        </message>
        <message>
            <source>it cannot be read or taken away</source>
            <translation>לא ניתן לקרוא או להעביר אותה</translation>
        </message>
        <message>
            <source>it cannot be written there</source>
            <translation>לא ניתן לכתוב אותה שם</translation>
        </message>
        <message>
            <source>it could not be classified</source>
            <translation>לא ניתן לסווג אותה</translation>
        </message>
        <message>
            <source>it crashed the decoder</source>
            <translation>היא הפילה את המפענח</translation>
        </message>
        <message>
            <source>it is a link to a picture that is sorted itself</source>
            <translation>זה קישור לתמונה שממוינת בעצמה</translation>
        </message>
        <message>
            <source>it is in its folder already</source>
            <translation>היא כבר בתיקייה שלה</translation>
        </message>
        <message>
            <source>it is no longer there</source>
            <translation>היא כבר אינה שם</translation>
        </message>
        <message>
            <source>it is no longer where it was put</source>
            <translation>היא כבר אינה במקום שבו הושמה</translation>
        </message>
        <message>
            <source>it is not a file</source>
            <translation>זה אינו קובץ</translation>
        </message>
        <message>
            <source>it is not a picture</source>
            <translation>זו אינה תמונה</translation>
        </message>
        <message>
            <source>it was changed since it was classified</source>
            <translation>היא שונתה מאז שסווגה</translation>
        </message>
        <message>
            <source>it was changed since it was sorted</source>
            <translation>היא שונתה מאז שמוינה</translation>
        </message>
        <message>
            <source>it was found, but a test calculation failed</source>
            <translation>הוא נמצא, אך חישוב בדיקה נכשל</translation>
        </message>
        <message>
            <source>its class is unknown</source>
            <translation>מחלקתה אינה ידועה</translation>
        </message>
        <message>
            <source>its sidecar cannot be read</source>
            <translation>לא ניתן לקרוא את קובץ הצד שלה</translation>
        </message>
        <message>
            <source>its sidecar cannot be written</source>
            <translation>לא ניתן לכתוב את קובץ הצד שלה</translation>
        </message>
        <message>
            <source>its sidecar changed after tagging was cut off; all tags in it are taken for yours now</source>
            <translation>קובץ הצד שלה השתנה אחרי שהתיוג נקטע; כל התגים בו נחשבים עכשיו לשלכם</translation>
        </message>
        <message>
            <source>its sidecar is a link or no ordinary file</source>
            <translation>קובץ הצד שלה הוא קישור או אינו קובץ רגיל</translation>
        </message>
        <message>
            <source>its sidecar is no XMP that could be added to</source>
            <translation>קובץ הצד שלה אינו XMP שאפשר להוסיף לו</translation>
        </message>
        <message>
            <source>its sidecar is too large</source>
            <translation>קובץ הצד שלה גדול מדי</translation>
        </message>
        <message>
            <source>its sidecar is write-protected</source>
            <translation>קובץ הצד שלה מוגן מפני כתיבה</translation>
        </message>
        <message>
            <source>linked</source>
            <translation>קושרו</translation>
        </message>
        <message>
            <source>looking for pictures</source>
            <translation>חיפוש תמונות</translation>
        </message>
        <message>
            <source>moved</source>
            <translation>הועברו</translation>
        </message>
        <message>
            <source>none was found</source>
            <translation>לא נמצא</translation>
        </message>
        <message>
            <source>not classified</source>
            <translation>לא סווג</translation>
        </message>
        <message>
            <source>reading the file</source>
            <translation>קריאת הקובץ</translation>
        </message>
        <message>
            <source>ready</source>
            <translation>מוכן</translation>
        </message>
        <message>
            <source>stopped</source>
            <translation>נעצר</translation>
        </message>
        <message>
            <source>taking %1 off the list</source>
            <translation>הסרת %1 מהרשימה</translation>
        </message>
        <message>
            <source>the file is cut off</source>
            <translation>הקובץ קטוע</translation>
        </message>
        <message>
            <source>the file is damaged</source>
            <translation>הקובץ פגום</translation>
        </message>
        <message>
            <source>the file is empty</source>
            <translation>הקובץ ריק</translation>
        </message>
        <message>
            <source>the model gave no usable scores</source>
            <translation>המודל לא נתן ציונים שמישים</translation>
        </message>
        <message>
            <source>the original is no longer what it was, so this one stays</source>
            <translation>המקור כבר אינו מה שהיה, ולכן עותק זה נשאר</translation>
        </message>
        <message>
            <source>the picture changed since it was classified; classify it again</source>
            <translation>התמונה השתנתה מאז שסווגה; סווגו אותה שוב</translation>
        </message>
        <message>
            <source>the picture is no longer there</source>
            <translation>התמונה כבר אינה שם</translation>
        </message>
        <message>
            <source>the picture is too large</source>
            <translation>התמונה גדולה מדי</translation>
        </message>
        <message>
            <source>the tags in its sidecar have a form that cannot be added to</source>
            <translation>לתגים בקובץ הצד שלה יש צורה שאי אפשר להוסיף לה</translation>
        </message>
        <message>
            <source>there is no such file</source>
            <translation>אין קובץ כזה</translation>
        </message>
        <message>
            <source>there is not enough memory for it</source>
            <translation>אין די זיכרון בשבילה</translation>
        </message>
        <message>
            <source>this build of PyTorch cannot use it</source>
            <translation>הגרסה הזאת של PyTorch אינה יכולה להשתמש בו</translation>
        </message>
        <message>
            <source>this kind of picture is not supported</source>
            <translation>סוג תמונה זה אינו נתמך</translation>
        </message>
        <message>
            <source>unknown</source>
            <translation>לא ידוע</translation>
        </message>
    </context>
    <context>
        <name>ZooBar</name>
        <message>
            <source>All libraries</source>
            <translation>כל הספריות</translation>
        </message>
        <message>
            <source>Library</source>
            <translation>ספרייה</translation>
        </message>
        <message>
            <source>On this computer</source>
            <translation>במחשב הזה</translation>
        </message>
        <message>
            <source>Plot</source>
            <translation>תרשים</translation>
        </message>
        <message>
            <source>Table</source>
            <translation>טבלה</translation>
        </message>
        <message>
            <source>Words in the name, the library, the paper or the licence.</source>
            <translation>מילים בשם, בספרייה, במאמר או ברישיון.</translation>
        </message>
    </context>
    <context>
        <name>ZooDialog</name>
        <message>
            <source>Models</source>
            <translation>מודלים</translation>
        </message>
    </context>
    <context>
        <name>ZooFacts</name>
        <message>
            <source>About the model</source>
            <translation>על המודל</translation>
        </message>
        <message>
            <source>Accuracy</source>
            <translation>דיוק</translation>
        </message>
        <message>
            <source>Classes</source>
            <translation>מחלקות</translation>
        </message>
        <message>
            <source>Compute</source>
            <translation>חישוב</translation>
        </message>
        <message>
            <source>Copy</source>
            <translation>העתקה</translation>
        </message>
        <message>
            <source>File</source>
            <translation>קובץ</translation>
        </message>
        <message>
            <source>Folder</source>
            <translation>תיקייה</translation>
        </message>
        <message>
            <source>Inside…</source>
            <translation>בפנים…</translation>
        </message>
        <message>
            <source>Library</source>
            <translation>ספרייה</translation>
        </message>
        <message>
            <source>Licence</source>
            <translation>רישיון</translation>
        </message>
        <message>
            <source>Origin</source>
            <translation>מקור</translation>
        </message>
        <message>
            <source>Paper</source>
            <translation>מאמר</translation>
        </message>
        <message>
            <source>Parameters</source>
            <translation>פרמטרים</translation>
        </message>
        <message>
            <source>Preprocessing</source>
            <translation>עיבוד מקדים</translation>
        </message>
        <message>
            <source>Year</source>
            <translation>שנה</translation>
        </message>
    </context>
    <context>
        <name>ZooFoot</name>
        <message>
            <source>&amp;Cancel</source>
            <translation>&amp;ביטול</translation>
        </message>
        <message>
            <source>&amp;Continue</source>
            <translation>&amp;המשך</translation>
        </message>
        <message>
            <source>&amp;Download</source>
            <translation>הו&amp;רדה</translation>
        </message>
        <message>
            <source>&amp;Download again</source>
            <translation>הו&amp;רדה חוזרת</translation>
        </message>
        <message>
            <source>&amp;Remove</source>
            <translation>הסר&amp;ה</translation>
        </message>
        <message>
            <source>&amp;Use</source>
            <translation>&amp;שימוש</translation>
        </message>
        <message>
            <source>Its file is damaged and is not used.</source>
            <translation>הקובץ שלו פגום ואינו בשימוש.</translation>
        </message>
        <message>
            <source>Its file is no longer there.</source>
            <translation>הקובץ שלו כבר איננו.</translation>
        </message>
        <message>
            <source>Progress</source>
            <translation>התקדמות</translation>
        </message>
        <message>
            <source>This model is in use.</source>
            <translation>המודל הזה בשימוש.</translation>
        </message>
        <message>
            <source>Use a &amp;file…</source>
            <translation>שימוש ב&amp;קובץ…</translation>
        </message>
        <message>
            <source>Use a file for %1</source>
            <translation>שימוש בקובץ עבור %1</translation>
        </message>
    </context>
    <context>
        <name>ZooModel</name>
        <message>
            <source>Billions of multiplications and additions for one picture</source>
            <translation>מיליארדי פעולות כפל וחיבור לתמונה אחת</translation>
        </message>
        <message>
            <source>File</source>
            <translation>קובץ</translation>
        </message>
        <message>
            <source>GFLOPs</source>
            <translation>GFLOPs</translation>
        </message>
        <message>
            <source>Input</source>
            <translation>קלט</translation>
        </message>
        <message>
            <source>Library</source>
            <translation>ספרייה</translation>
        </message>
        <message>
            <source>Licence</source>
            <translation>רישיון</translation>
        </message>
        <message>
            <source>Model</source>
            <translation>מודל</translation>
        </message>
        <message>
            <source>Parameters</source>
            <translation>פרמטרים</translation>
        </message>
        <message>
            <source>Pixels that the network sees</source>
            <translation>הפיקסלים שהרשת רואה</translation>
        </message>
        <message>
            <source>Share of ImageNet’s validation pictures whose class is the first answer</source>
            <translation>חלק תמונות הבדיקה של ImageNet שמחלקתן היא התשובה הראשונה</translation>
        </message>
        <message>
            <source>State</source>
            <translation>מצב</translation>
        </message>
        <message>
            <source>Top-1</source>
            <translation>Top-1</translation>
        </message>
        <message>
            <source>Year</source>
            <translation>שנה</translation>
        </message>
        <message>
            <source>Year of the paper</source>
            <translation>שנת המאמר</translation>
        </message>
    </context>
    <context>
        <name>ZooOffer</name>
        <message>
            <source>%1 from %2</source>
            <translation>‏%1 מ־%2</translation>
        </message>
        <message>
            <source>%1 of it are there already</source>
            <translation>‏%1 ממנו כבר כאן</translation>
        </message>
        <message>
            <source>Of unknown size, from %2</source>
            <translation>בגודל לא ידוע, מ־%2</translation>
        </message>
        <message>
            <source>to %1</source>
            <translation>אל %1</translation>
        </message>
    </context>
    <context>
        <name>ZooOwn</name>
        <message>
            <source>&amp;Export…</source>
            <translation>&amp;ייצוא…</translation>
        </message>
        <message>
            <source>Export</source>
            <translation>ייצוא</translation>
        </message>
        <message>
            <source>Models</source>
            <translation>מודלים</translation>
        </message>
        <message>
            <source>Name</source>
            <translation>שם</translation>
        </message>
        <message>
            <source>Re&amp;name…</source>
            <translation>שינוי &amp;שם…</translation>
        </message>
        <message>
            <source>Rename</source>
            <translation>שינוי שם</translation>
        </message>
    </context>
    <context>
        <name>ZooPane</name>
        <message>
            <source>Asking the libraries which models they have…</source>
            <translation>הספריות נשאלות אילו מודלים יש בהן…</translation>
        </message>
        <message>
            <source>Compute</source>
            <translation>חישוב</translation>
        </message>
        <message>
            <source>Cost</source>
            <translation>עלות</translation>
        </message>
        <message>
            <source>Parameters</source>
            <translation>פרמטרים</translation>
        </message>
        <message>
            <source>Progress</source>
            <translation>התקדמות</translation>
        </message>
        <message>
            <source>Show all</source>
            <translation>הצגת הכול</translation>
        </message>
        <message>
            <source>There is no such model.</source>
            <translation>אין מודל כזה.</translation>
        </message>
        <message>
            <source>Try again</source>
            <translation>ניסיון נוסף</translation>
        </message>
        <message>
            <source>built-in</source>
            <translation>מובנה</translation>
        </message>
        <message>
            <source>on this computer</source>
            <translation>במחשב הזה</translation>
        </message>
        <message>
            <source>to be downloaded</source>
            <translation>להורדה</translation>
        </message>
    </context>
    <context>
        <name>ZooPlot</name>
        <message>
            <source>Accuracy against cost</source>
            <translation>דיוק מול עלות</translation>
        </message>
        <message>
            <source>GFLOPs, logarithmic</source>
            <translation>GFLOPs, לוגריתמי</translation>
        </message>
        <message>
            <source>Millions of parameters, logarithmic</source>
            <translation>מיליוני פרמטרים, לוגריתמי</translation>
        </message>
        <message>
            <source>Top-1 accuracy in per cent</source>
            <translation>דיוק Top-1 באחוזים</translation>
        </message>
    </context>
    <context>
        <name>ZooSide</name>
        <message>
            <source>Choose a model to see what is known of it.</source>
            <translation>בחרו מודל כדי לראות מה ידוע עליו.</translation>
        </message>
    </context>
    <context>
        <name>ZooTable</name>
        <message>
            <source>Models</source>
            <translation>מודלים</translation>
        </message>
    </context>
    <context>
        <name>ZooWording</name>
        <message>
            <source>%1 GFLOPs</source>
            <translation>%1 GFLOPs</translation>
        </message>
        <message>
            <source>%1 M</source>
            <translation>%1 מ׳</translation>
        </message>
        <message>
            <source>%1 are shown. The sources of the others state no accuracy or no cost.</source>
            <translation>מוצגים %1. המקורות של האחרים אינם מציינים דיוק או עלות.</translation>
        </message>
        <message>
            <source>%1 is on this computer now.</source>
            <translation>‏%1 נמצא עכשיו במחשב הזה.</translation>
        </message>
        <message>
            <source>%1 of %2</source>
            <translation>‏%1 מתוך %2</translation>
        </message>
        <message>
            <source>%1 top-1</source>
            <translation>%1 Top-1</translation>
        </message>
        <message>
            <source>%1 top-5</source>
            <translation>%1 Top-5</translation>
        </message>
        <message>
            <source>%1/s</source>
            <translation>‏%1 לשנייה</translation>
        </message>
        <message numerus="yes">
            <source>%Ln models</source>
            <translation>
                <numerusform>מודל אחד</numerusform>
                <numerusform>%Ln מודלים</numerusform>
            </translation>
        </message>
        <message>
            <source>It waits until another download is done.</source>
            <translation>ההורדה ממתינה עד שהורדה אחרת תסתיים.</translation>
        </message>
        <message numerus="yes">
            <source>Once more in %Ln seconds.</source>
            <translation>
                <numerusform>ניסיון נוסף בעוד שנייה.</numerusform>
                <numerusform>ניסיון נוסף בעוד %Ln שניות.</numerusform>
            </translation>
        </message>
        <message>
            <source>Remove takes away %1</source>
            <translation>ההסרה מוחקת %1</translation>
        </message>
        <message>
            <source>SHA-256 of the file, as its page on the hub (%1) shows it:</source>
            <translation>SHA-256 של הקובץ, כפי שהדף שלו ב־hub ‏(%1) מציג אותו:</translation>
        </message>
        <message>
            <source>Something went wrong inside Whatsit.</source>
            <translation>משהו השתבש בתוך Whatsit.</translation>
        </message>
        <message>
            <source>The file is being checked…</source>
            <translation>הקובץ נבדק…</translation>
        </message>
        <message>
            <source>The file of %1 could not be removed: %2</source>
            <translation>אי אפשר היה להסיר את הקובץ של %1: %2</translation>
        </message>
        <message>
            <source>The source is being asked…</source>
            <translation>המקור נשאל…</translation>
        </message>
        <message>
            <source>Weights (*%1);;All files (*)</source>
            <translation>משקולות (*%1);;כל הקבצים (*)</translation>
        </message>
        <message>
            <source>begun</source>
            <translation>התחיל</translation>
        </message>
        <message>
            <source>built-in</source>
            <translation>מובנה</translation>
        </message>
        <message>
            <source>damaged</source>
            <translation>פגום</translation>
        </message>
        <message>
            <source>file is gone</source>
            <translation>הקובץ איננו</translation>
        </message>
        <message>
            <source>in use</source>
            <translation>בשימוש</translation>
        </message>
        <message>
            <source>on its way</source>
            <translation>בדרך</translation>
        </message>
        <message>
            <source>on this computer</source>
            <translation>במחשב הזה</translation>
        </message>
        <message>
            <source>own</source>
            <translation>שלי</translation>
        </message>
        <message>
            <source>waiting</source>
            <translation>ממתין</translation>
        </message>
    </context>
    <context>
        <name>_Legend</name>
        <message>
            <source>How much a place of the picture speaks for the class</source>
            <translation>עד כמה מקום בתמונה מעיד על המחלקה</translation>
        </message>
        <message>
            <source>little</source>
            <translation>מעט</translation>
        </message>
        <message>
            <source>much</source>
            <translation>הרבה</translation>
        </message>
    </context>
    <context>
        <name>_SortList</name>
        <message>
            <source>Looking…</source>
            <translation>חיפוש…</translation>
        </message>
        <message>
            <source>Nothing was sorted yet. “Sort…” above a table puts its pictures into folders.</source>
            <translation>עדיין לא מוין דבר. “מיון…” מעל טבלה מכניס את תמונותיה לתיקיות.</translation>
        </message>
        <message>
            <source>Sorts</source>
            <translation>מיונים</translation>
        </message>
    </context>
</TS>
