<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="de" sourcelanguage="en">
    <context>
        <name>AboutPage</name>
        <message>
            <source>About Whatsit</source>
            <translation>Über Whatsit</translation>
        </message>
        <message>
            <source>Drop a picture and see what it is.</source>
            <translation>Legen Sie ein Bild ab und sehen Sie, was es ist.</translation>
        </message>
        <message>
            <source>Libraries</source>
            <translation>Bibliotheken</translation>
        </message>
        <message>
            <source>Licences</source>
            <translation>Lizenzen</translation>
        </message>
        <message>
            <source>Models</source>
            <translation>Modelle</translation>
        </message>
        <message>
            <source>Pictures</source>
            <translation>Bilder</translation>
        </message>
        <message>
            <source>System</source>
            <translation>System</translation>
        </message>
        <message>
            <source>The licences of everything inside, word for word, are in %1</source>
            <translation>Die Lizenzen von allem, was enthalten ist, stehen Wort für Wort in %1</translation>
        </message>
        <message>
            <source>Versions</source>
            <translation>Versionen</translation>
        </message>
        <message>
            <source>Whatsit is free software under the Apache License 2.0.</source>
            <translation>Whatsit ist freie Software unter der Apache-Lizenz 2.0.</translation>
        </message>
    </context>
    <context>
        <name>Actions</name>
        <message>
            <source>&amp;About Whatsit</source>
            <translation>&amp;Über Whatsit</translation>
        </message>
        <message>
            <source>&amp;Continue</source>
            <translation>&amp;Fortsetzen</translation>
        </message>
        <message>
            <source>&amp;Copy</source>
            <translation>&amp;Kopieren</translation>
        </message>
        <message>
            <source>&amp;Edit</source>
            <translation>&amp;Bearbeiten</translation>
        </message>
        <message>
            <source>&amp;Export…</source>
            <translation>&amp;Exportieren…</translation>
        </message>
        <message>
            <source>&amp;File</source>
            <translation>&amp;Datei</translation>
        </message>
        <message>
            <source>&amp;Find…</source>
            <translation>&amp;Suchen…</translation>
        </message>
        <message>
            <source>&amp;Forget…</source>
            <translation>&amp;Vergessen…</translation>
        </message>
        <message>
            <source>&amp;Full screen</source>
            <translation>&amp;Vollbild</translation>
        </message>
        <message>
            <source>&amp;Help</source>
            <translation>&amp;Hilfe</translation>
        </message>
        <message>
            <source>&amp;Inside the model…</source>
            <translation>&amp;Inneres des Modells…</translation>
        </message>
        <message>
            <source>&amp;Look for new pictures</source>
            <translation>&amp;Nach neuen Bildern suchen</translation>
        </message>
        <message>
            <source>&amp;Models…</source>
            <translation>&amp;Modelle…</translation>
        </message>
        <message>
            <source>&amp;Open pictures…</source>
            <translation>Bilder ö&amp;ffnen…</translation>
        </message>
        <message>
            <source>&amp;Paste</source>
            <translation>&amp;Einfügen</translation>
        </message>
        <message>
            <source>&amp;Pause</source>
            <translation>An&amp;halten</translation>
        </message>
        <message>
            <source>&amp;Picture</source>
            <translation>B&amp;ild</translation>
        </message>
        <message>
            <source>&amp;Pictures</source>
            <translation>&amp;Bilder</translation>
        </message>
        <message>
            <source>&amp;Quit</source>
            <translation>&amp;Beenden</translation>
        </message>
        <message>
            <source>&amp;Redo</source>
            <translation>&amp;Wiederholen</translation>
        </message>
        <message>
            <source>&amp;Results…</source>
            <translation>&amp;Ergebnisse…</translation>
        </message>
        <message>
            <source>&amp;Settings…</source>
            <translation>&amp;Einstellungen…</translation>
        </message>
        <message>
            <source>&amp;Sort into folders…</source>
            <translation>In &amp;Ordner sortieren…</translation>
        </message>
        <message>
            <source>&amp;Stop</source>
            <translation>&amp;Stopp</translation>
        </message>
        <message>
            <source>&amp;Table</source>
            <translation>&amp;Tabelle</translation>
        </message>
        <message>
            <source>&amp;Undo</source>
            <translation>&amp;Rückgängig</translation>
        </message>
        <message>
            <source>&amp;Undo a sort…</source>
            <translation>So&amp;rtierung rückgängig machen…</translation>
        </message>
        <message>
            <source>&amp;View</source>
            <translation>&amp;Ansicht</translation>
        </message>
        <message>
            <source>&amp;What the network saw</source>
            <translation>&amp;Was das Netz gesehen hat</translation>
        </message>
        <message>
            <source>A&amp;dd a model…</source>
            <translation>Modell &amp;hinzufügen…</translation>
        </message>
        <message>
            <source>C&amp;lear the list</source>
            <translation>&amp;Liste leeren</translation>
        </message>
        <message>
            <source>Ca&amp;ncel</source>
            <translation>Abbre&amp;chen</translation>
        </message>
        <message>
            <source>Cancel</source>
            <translation>Abbrechen</translation>
        </message>
        <message>
            <source>Check for &amp;updates…</source>
            <translation>Nach &amp;neuerer Version suchen…</translation>
        </message>
        <message>
            <source>Classify &amp;again</source>
            <translation>&amp;Erneut klassifizieren</translation>
        </message>
        <message>
            <source>Classify what was s&amp;topped</source>
            <translation>&amp;Gestoppte klassifizieren</translation>
        </message>
        <message>
            <source>Continue</source>
            <translation>Fortsetzen</translation>
        </message>
        <message>
            <source>Copy as CSV &amp;row</source>
            <translation>Als CSV-&amp;Zeile kopieren</translation>
        </message>
        <message>
            <source>Copy heat ma&amp;p</source>
            <translation>Heatmap &amp;kopieren</translation>
        </message>
        <message>
            <source>Export…</source>
            <translation>Exportieren…</translation>
        </message>
        <message>
            <source>F&amp;older</source>
            <translation>&amp;Ordner</translation>
        </message>
        <message>
            <source>Folder</source>
            <translation>Ordner</translation>
        </message>
        <message>
            <source>Open</source>
            <translation>Öffnen</translation>
        </message>
        <message>
            <source>Open &amp;folder…</source>
            <translation>&amp;Ordner öffnen…</translation>
        </message>
        <message>
            <source>Open &amp;recent</source>
            <translation>&amp;Zuletzt verwendet</translation>
        </message>
        <message>
            <source>Open with its pro&amp;gram</source>
            <translation>Mit eigenem &amp;Programm öffnen</translation>
        </message>
        <message>
            <source>Paste</source>
            <translation>Einfügen</translation>
        </message>
        <message>
            <source>Pause</source>
            <translation>Anhalten</translation>
        </message>
        <message>
            <source>Pictures</source>
            <translation>Bilder</translation>
        </message>
        <message>
            <source>Re&amp;name…</source>
            <translation>Umbe&amp;nennen…</translation>
        </message>
        <message>
            <source>Sa&amp;ve heat map…</source>
            <translation>Heat&amp;map speichern…</translation>
        </message>
        <message>
            <source>Save heat map…</source>
            <translation>Heatmap speichern…</translation>
        </message>
        <message>
            <source>Show &amp;log file</source>
            <translation>&amp;Protokolldatei zeigen</translation>
        </message>
        <message>
            <source>Show in file &amp;manager</source>
            <translation>Im &amp;Dateimanager zeigen</translation>
        </message>
        <message>
            <source>Sort…</source>
            <translation>Sortieren…</translation>
        </message>
        <message>
            <source>Table</source>
            <translation>Tabelle</translation>
        </message>
        <message>
            <source>Take &amp;off the list</source>
            <translation>&amp;Von der Liste nehmen</translation>
        </message>
        <message>
            <source>Try &amp;again what could not be classified</source>
            <translation>Nicht klassifizierte noch einmal &amp;versuchen</translation>
        </message>
        <message>
            <source>Try an &amp;example</source>
            <translation>Beispiel &amp;ausprobieren</translation>
        </message>
        <message>
            <source>W&amp;hy? The heat map</source>
            <translation>Wa&amp;rum? Die Heatmap</translation>
        </message>
        <message>
            <source>What do these &amp;numbers mean?</source>
            <translation>Was bedeuten diese &amp;Zahlen?</translation>
        </message>
        <message>
            <source>What the network saw</source>
            <translation>Was das Netz gesehen hat</translation>
        </message>
        <message>
            <source>Why?</source>
            <translation>Warum?</translation>
        </message>
        <message>
            <source>Write &amp;tags…</source>
            <translation>Sch&amp;lagwörter schreiben…</translation>
        </message>
    </context>
    <context>
        <name>AddedPage</name>
        <message>
            <source>A check shows whether it answers as your training script did. It takes a few pictures of which you know what the script said.</source>
            <translation>Eine Prüfung zeigt, ob es antwortet wie Ihr Trainingsskript. Sie braucht ein paar Bilder, von denen Sie wissen, was das Skript gesagt hat.</translation>
        </message>
    </context>
    <context>
        <name>AnswerPanel</name>
        <message>
            <source>Each bar is a probability of its own.</source>
            <translation>Jeder Balken ist eine eigene Wahrscheinlichkeit.</translation>
        </message>
        <message>
            <source>Waiting for its turn…</source>
            <translation>Wartet, bis es an der Reihe ist…</translation>
        </message>
        <message>
            <source>Waiting: the model is being loaded…</source>
            <translation>Wartet: Das Modell wird geladen…</translation>
        </message>
        <message>
            <source>What do these numbers mean?</source>
            <translation>Was bedeuten diese Zahlen?</translation>
        </message>
    </context>
    <context>
        <name>Attendance</name>
        <message>
            <source>%1 classified</source>
            <translation>%1 klassifiziert</translation>
        </message>
        <message>
            <source>Pictures are being worked on</source>
            <translation>Bilder werden bearbeitet</translation>
        </message>
        <message>
            <source>Whatsit is done</source>
            <translation>Whatsit ist fertig</translation>
        </message>
        <message>
            <source>“%1” could not go on</source>
            <translation>„%1“ konnte nicht fortgesetzt werden</translation>
        </message>
        <message>
            <source>“%1” is done</source>
            <translation>„%1“ ist fertig</translation>
        </message>
    </context>
    <context>
        <name>BarDelegate</name>
        <message>
            <source>perhaps %1</source>
            <translation>vielleicht %1</translation>
        </message>
        <message>
            <source>unknown</source>
            <translation>unbekannt</translation>
        </message>
    </context>
    <context>
        <name>BarsView</name>
        <message>
            <source>Likeliest classes</source>
            <translation>Wahrscheinlichste Klassen</translation>
        </message>
    </context>
    <context>
        <name>CheckPage</name>
        <message>
            <source>Add &amp;pictures…</source>
            <translation>&amp;Bilder hinzufügen…</translation>
        </message>
        <message>
            <source>All files</source>
            <translation>Alle Dateien</translation>
        </message>
        <message>
            <source>From a CS&amp;V file…</source>
            <translation>Aus CS&amp;V-Datei…</translation>
        </message>
        <message>
            <source>List a few pictures of which you know what your script printed: the label, with its probability if you have it (“cat 0.93”), or the scores of all classes. Drop them here, or take a CSV file with a path and a label in each line.</source>
            <translation>Listen Sie ein paar Bilder auf, von denen Sie wissen, was Ihr Skript ausgegeben hat: den Klassennamen, wenn Sie sie haben mit seiner Wahrscheinlichkeit („Katze 0.93“), oder die Werte aller Klassen. Legen Sie sie hier ab, oder nehmen Sie eine CSV-Datei mit einem Pfad und einem Klassennamen in jeder Zeile.</translation>
        </message>
        <message>
            <source>Pairs to compare</source>
            <translation>Paare zum Vergleichen</translation>
        </message>
        <message>
            <source>Pictures to compare</source>
            <translation>Bilder zum Vergleichen</translation>
        </message>
        <message>
            <source>Tables</source>
            <translation>Tabellen</translation>
        </message>
        <message>
            <source>Take &amp;off</source>
            <translation>Weg&amp;nehmen</translation>
        </message>
    </context>
    <context>
        <name>Choices</name>
        <message>
            <source>Automatic</source>
            <translation>Automatisch</translation>
        </message>
        <message>
            <source>Set by your administrator.</source>
            <translation>Von Ihrer Administration festgelegt.</translation>
        </message>
    </context>
    <context>
        <name>ClassList</name>
        <message>
            <source>Classes</source>
            <translation>Klassen</translation>
        </message>
        <message>
            <source>Enter shows only the pictures of a class, and all of them again.</source>
            <translation>Die Eingabetaste zeigt nur die Bilder einer Klasse und danach wieder alle.</translation>
        </message>
    </context>
    <context>
        <name>ClassesModel</name>
        <message>
            <source>%1, shown</source>
            <translation>%1, angezeigt</translation>
        </message>
        <message>
            <source>All found</source>
            <translation>Alle gefundenen</translation>
        </message>
        <message>
            <source>All pictures</source>
            <translation>Alle Bilder</translation>
        </message>
    </context>
    <context>
        <name>CopiedLines</name>
        <message>
            <source>C&amp;opy list</source>
            <translation>Liste k&amp;opieren</translation>
        </message>
        <message>
            <source>and %1 more</source>
            <translation>und %1 weitere</translation>
        </message>
    </context>
    <context>
        <name>Dialogs</name>
        <message>
            <source>&amp;Add a model…</source>
            <translation>Modell &amp;hinzufügen…</translation>
        </message>
    </context>
    <context>
        <name>Doors</name>
        <message>
            <source>All files</source>
            <translation>Alle Dateien</translation>
        </message>
        <message>
            <source>Dropped picture</source>
            <translation>Abgelegtes Bild</translation>
        </message>
        <message>
            <source>Fetch</source>
            <translation>Holen</translation>
        </message>
        <message>
            <source>Fetch this picture from %1?</source>
            <translation>Dieses Bild von %1 holen?</translation>
        </message>
        <message>
            <source>Fetch this picture?</source>
            <translation>Dieses Bild holen?</translation>
        </message>
        <message>
            <source>Models</source>
            <translation>Modelle</translation>
        </message>
        <message>
            <source>Open a folder of pictures</source>
            <translation>Ordner mit Bildern öffnen</translation>
        </message>
        <message>
            <source>Open pictures</source>
            <translation>Bilder öffnen</translation>
        </message>
        <message>
            <source>Pasted picture</source>
            <translation>Eingefügtes Bild</translation>
        </message>
        <message>
            <source>Pictures</source>
            <translation>Bilder</translation>
        </message>
        <message>
            <source>The clipboard holds no picture, file or path.</source>
            <translation>Die Zwischenablage enthält kein Bild, keine Datei und keinen Pfad.</translation>
        </message>
        <message>
            <source>The other program did not hand the picture over.</source>
            <translation>Das andere Programm hat das Bild nicht herausgegeben.</translation>
        </message>
        <message>
            <source>The picture was not fetched: the settings say that the network is never used.</source>
            <translation>Das Bild wurde nicht geholt: Nach den Einstellungen wird das Netzwerk nie benutzt.</translation>
        </message>
        <message>
            <source>“%1” lies on another computer. Copy it to this one, or connect its folder first.</source>
            <translation>„%1“ liegt auf einem anderen Computer. Kopieren Sie es auf diesen, oder verbinden Sie zuerst seinen Ordner.</translation>
        </message>
    </context>
    <context>
        <name>Downloads</name>
        <message>
            <source>A web page came in place of the file; log in to your network in a web browser, and try again</source>
            <translation>Statt der Datei kam eine Webseite; melden Sie sich in einem Browser bei Ihrem Netz an, und versuchen Sie es noch einmal</translation>
        </message>
        <message>
            <source>Another Whatsit is downloading this file; wait for it</source>
            <translation>Ein anderes Whatsit lädt diese Datei gerade herunter; warten Sie darauf</translation>
        </message>
        <message>
            <source>Nothing came from the server for too long; try again, and it goes on from there</source>
            <translation>Vom Server kam zu lange nichts; versuchen Sie es noch einmal, dann geht es von dort weiter</translation>
        </message>
        <message>
            <source>The address leads in circles, or on to one without encryption; try again later</source>
            <translation>Die Adresse führt im Kreis oder zu einer ohne Verschlüsselung; versuchen Sie es später noch einmal</translation>
        </message>
        <message>
            <source>The connection broke off again and again; try again, and it goes on from there</source>
            <translation>Die Verbindung brach immer wieder ab; versuchen Sie es noch einmal, dann geht es von dort weiter</translation>
        </message>
        <message>
            <source>The connection cannot be trusted, so nothing was downloaded; ask who runs your network</source>
            <translation>Der Verbindung ist nicht zu trauen, darum wurde nichts heruntergeladen; fragen Sie, wer Ihr Netz betreut</translation>
        </message>
        <message>
            <source>The file cannot be written there; see to it, and try again</source>
            <translation>Die Datei kann dort nicht geschrieben werden; sehen Sie danach, und versuchen Sie es noch einmal</translation>
        </message>
        <message>
            <source>The server cannot be reached; see whether this computer is online, and try again</source>
            <translation>Der Server ist nicht zu erreichen; sehen Sie nach, ob dieser Computer mit dem Internet verbunden ist, und versuchen Sie es noch einmal</translation>
        </message>
        <message>
            <source>The server gives this file only to those it knows, or has no such file; download it in a web browser, and use that file</source>
            <translation>Der Server gibt diese Datei nur denen, die er kennt, oder hat sie nicht; laden Sie sie in einem Browser herunter und benutzen Sie diese Datei</translation>
        </message>
        <message>
            <source>The server has a file of another size, which was not used; try again later</source>
            <translation>Der Server hat eine Datei anderer Größe, die nicht verwendet wurde; versuchen Sie es später noch einmal</translation>
        </message>
        <message>
            <source>The server has no such file any more; use a file from elsewhere, or choose another model</source>
            <translation>Der Server hat diese Datei nicht mehr; benutzen Sie eine Datei von anderswo, oder wählen Sie ein anderes Modell</translation>
        </message>
        <message>
            <source>The server is overloaded or out of order; try again later</source>
            <translation>Der Server ist überlastet oder gestört; versuchen Sie es später noch einmal</translation>
        </message>
        <message>
            <source>The server refuses to send the file; try again later, or use a file from elsewhere</source>
            <translation>Der Server verweigert die Datei; versuchen Sie es später noch einmal, oder benutzen Sie eine Datei von anderswo</translation>
        </message>
        <message>
            <source>The source publishes no SHA-256 of this file to check it by, so it was not downloaded</source>
            <translation>Die Quelle veröffentlicht keine SHA-256 dieser Datei, mit der sie zu prüfen wäre, darum wurde sie nicht heruntergeladen</translation>
        </message>
        <message>
            <source>There is not enough room on the disk; make room, and it goes on from there</source>
            <translation>Auf dem Datenträger ist nicht genug Platz; schaffen Sie Platz, dann geht es von dort weiter</translation>
        </message>
        <message>
            <source>What came is not the file that its source publishes, and was not used; try again later, or on another network</source>
            <translation>Was kam, ist nicht die Datei, die ihre Quelle veröffentlicht, und wurde nicht verwendet; versuchen Sie es später oder in einem anderen Netz noch einmal</translation>
        </message>
        <message>
            <source>What the server sent makes no sense; try again later</source>
            <translation>Was der Server geschickt hat, ergibt keinen Sinn; versuchen Sie es später noch einmal</translation>
        </message>
    </context>
    <context>
        <name>EmptyState</name>
        <message>
            <source>Drop a picture or a folder here to see what it is.</source>
            <translation>Legen Sie hier ein Bild oder einen Ordner ab, um zu sehen, was es ist.</translation>
        </message>
        <message>
            <source>Open a folder…</source>
            <translation>Ordner öffnen…</translation>
        </message>
        <message>
            <source>Open pictures…</source>
            <translation>Bilder öffnen…</translation>
        </message>
        <message>
            <source>Paste</source>
            <translation>Einfügen</translation>
        </message>
        <message>
            <source>Try an example</source>
            <translation>Beispiel ausprobieren</translation>
        </message>
        <message>
            <source>Your pictures stay on this computer.</source>
            <translation>Ihre Bilder bleiben auf diesem Computer.</translation>
        </message>
    </context>
    <context>
        <name>ExportDialog</name>
        <message>
            <source>&amp;Classes per picture</source>
            <translation>&amp;Klassen pro Bild</translation>
        </message>
        <message>
            <source>&amp;Export…</source>
            <translation>&amp;Exportieren…</translation>
        </message>
        <message>
            <source>&amp;Format</source>
            <translation>&amp;Format</translation>
        </message>
        <message>
            <source>All files</source>
            <translation>Alle Dateien</translation>
        </message>
        <message>
            <source>Export</source>
            <translation>Exportieren</translation>
        </message>
        <message>
            <source>For E&amp;xcel: mark the text as Unicode</source>
            <translation>Für E&amp;xcel: den Text als Unicode kennzeichnen</translation>
        </message>
        <message>
            <source>Parquet (pyarrow is not installed)</source>
            <translation>Parquet (pyarrow ist nicht installiert)</translation>
        </message>
        <message>
            <source>Pictures</source>
            <translation>Bilder</translation>
        </message>
        <message>
            <source>Replace</source>
            <translation>Ersetzen</translation>
        </message>
        <message>
            <source>Without the mark Excel garbles é, ß or 猫; a few other programs stumble over it.</source>
            <translation>Ohne die Kennzeichnung entstellt Excel é, ß oder 猫; ein paar andere Programme stolpern darüber.</translation>
        </message>
        <message>
            <source>Writing…</source>
            <translation>Wird geschrieben…</translation>
        </message>
        <message>
            <source>“%1” exists already. Replace it?</source>
            <translation>„%1“ gibt es schon. Ersetzen?</translation>
        </message>
    </context>
    <context>
        <name>Exports</name>
        <message numerus="yes">
            <source>%Ln rows were written to “%1”.</source>
            <translation>
                <numerusform>%Ln Zeile wurde in „%1“ geschrieben.</numerusform>
                <numerusform>%Ln Zeilen wurden in „%1“ geschrieben.</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>A sheet for Excel or LibreOffice; it holds %Ln pictures.</source>
            <translation>
                <numerusform>Eine Tabelle für Excel oder LibreOffice; sie fasst %Ln Bild.</numerusform>
                <numerusform>Eine Tabelle für Excel oder LibreOffice; sie fasst %Ln Bilder.</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>A sheet holds %Ln pictures, and these are more. Choose CSV, JSON Lines or Parquet, or fewer.</source>
            <translation>
                <numerusform>Eine Tabelle fasst %Ln Bild, und dies sind mehr. Wählen Sie CSV, JSON Lines oder Parquet, oder weniger Bilder.</numerusform>
                <numerusform>Eine Tabelle fasst %Ln Bilder, und dies sind mehr. Wählen Sie CSV, JSON Lines oder Parquet, oder weniger Bilder.</numerusform>
            </translation>
        </message>
        <message>
            <source>A table that spreadsheets and nearly all other programs read.</source>
            <translation>Eine Tabelle, die Tabellenprogramme und fast alle anderen Programme lesen.</translation>
        </message>
        <message>
            <source>All classes are written as the model gave them; none is replaced by “unknown”.</source>
            <translation>Alle Klassen werden so geschrieben, wie das Modell sie angab; keine wird durch „unbekannt“ ersetzt.</translation>
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
            <translation>Für Programme: eine kompakte Tabelle für pandas, DuckDB oder R.</translation>
        </message>
        <message>
            <source>For programs: one line of JSON for each picture.</source>
            <translation>Für Programme: eine Zeile JSON für jedes Bild.</translation>
        </message>
        <message>
            <source>If even the likeliest class has less than %1, the picture’s class is “unknown”.</source>
            <translation>Hat selbst die wahrscheinlichste Klasse weniger als %1, so ist die Klasse des Bildes „unbekannt“.</translation>
        </message>
        <message>
            <source>JSON Lines</source>
            <translation>JSON Lines</translation>
        </message>
        <message>
            <source>Nothing may be written there. Choose another folder or name.</source>
            <translation>Dort darf nichts geschrieben werden. Wählen Sie einen anderen Ordner oder Namen.</translation>
        </message>
        <message>
            <source>Parquet</source>
            <translation>Parquet</translation>
        </message>
        <message>
            <source>Parquet needs the library pyarrow, which could not be loaded. Choose another format.</source>
            <translation>Parquet braucht die Bibliothek pyarrow, die nicht geladen werden konnte. Wählen Sie ein anderes Format.</translation>
        </message>
        <message>
            <source>Something went wrong inside Whatsit.</source>
            <translation>In Whatsit ist ein Fehler aufgetreten.</translation>
        </message>
        <message>
            <source>The folder is no longer there. Choose another.</source>
            <translation>Den Ordner gibt es nicht mehr. Wählen Sie einen anderen.</translation>
        </message>
        <message>
            <source>The system refuses to write there (%1).</source>
            <translation>Das System weigert sich, dort zu schreiben (%1).</translation>
        </message>
        <message>
            <source>There is no room left on the disk. Make room, or choose another folder.</source>
            <translation>Auf dem Datenträger ist kein Platz mehr. Schaffen Sie Platz, oder wählen Sie einen anderen Ordner.</translation>
        </message>
        <message>
            <source>Whatsit keeps its own results under this name. Choose another name or folder.</source>
            <translation>Unter diesem Namen bewahrt Whatsit seine eigenen Ergebnisse auf. Wählen Sie einen anderen Namen oder Ordner.</translation>
        </message>
        <message>
            <source>“%1” is a picture. Choose another name.</source>
            <translation>„%1“ ist ein Bild. Wählen Sie einen anderen Namen.</translation>
        </message>
        <message>
            <source>“%1” was not written.</source>
            <translation>„%1“ wurde nicht geschrieben.</translation>
        </message>
        <message>
            <source>“%1” would be a file of %2, but the format is %3. Choose that format, or another name.</source>
            <translation>„%1“ wäre eine Datei des Formats %2, gewählt ist aber %3. Wählen Sie jenes Format oder einen anderen Namen.</translation>
        </message>
    </context>
    <context>
        <name>FailurePanel</name>
        <message>
            <source>It was stopped before it was classified.</source>
            <translation>Es wurde gestoppt, bevor es klassifiziert war.</translation>
        </message>
        <message>
            <source>Press F5 to classify it now. Picture › Classify what was stopped does so with all.</source>
            <translation>Mit F5 wird es jetzt klassifiziert, mit „Bild › Gestoppte klassifizieren“ alle.</translation>
        </message>
        <message>
            <source>stopped</source>
            <translation>gestoppt</translation>
        </message>
    </context>
    <context>
        <name>Fetch</name>
        <message>
            <source>%1 broke off.</source>
            <translation>%1 hat die Verbindung abgebrochen.</translation>
        </message>
        <message>
            <source>%1 cannot be found. Is this computer connected?</source>
            <translation>%1 ist nicht zu finden. Ist dieser Computer verbunden?</translation>
        </message>
        <message>
            <source>%1 could not give it.</source>
            <translation>%1 konnte es nicht liefern.</translation>
        </message>
        <message>
            <source>%1 does not answer.</source>
            <translation>%1 antwortet nicht.</translation>
        </message>
        <message>
            <source>%1 does not give it to strangers.</source>
            <translation>%1 gibt es nicht an Fremde heraus.</translation>
        </message>
        <message>
            <source>%1 has no such picture any more.</source>
            <translation>%1 hat dieses Bild nicht mehr.</translation>
        </message>
        <message>
            <source>%1 has no such picture.</source>
            <translation>%1 hat kein solches Bild.</translation>
        </message>
        <message>
            <source>%1 took too long.</source>
            <translation>%1 hat zu lange gebraucht.</translation>
        </message>
        <message>
            <source>The picture was not fetched: %1</source>
            <translation>Das Bild wurde nicht geholt: %1</translation>
        </message>
        <message>
            <source>The picture was not fetched: it is larger than 64 MB.</source>
            <translation>Das Bild wurde nicht geholt: Es ist größer als 64 MB.</translation>
        </message>
        <message>
            <source>This is the address of a web page. Drag the picture itself, or copy its own address.</source>
            <translation>Dies ist die Adresse einer Webseite. Ziehen Sie das Bild selbst herüber, oder kopieren Sie dessen eigene Adresse.</translation>
        </message>
    </context>
    <context>
        <name>Fetches</name>
        <message>
            <source>The picture was not fetched: a library is missing or damaged (%1).</source>
            <translation>Das Bild wurde nicht geholt: Eine Bibliothek fehlt oder ist beschädigt (%1).</translation>
        </message>
    </context>
    <context>
        <name>FilmStrip</name>
        <message>
            <source>Pictures</source>
            <translation>Bilder</translation>
        </message>
    </context>
    <context>
        <name>FilterBar</name>
        <message>
            <source>Filter by state and probability, and sort</source>
            <translation>Nach Status und Wahrscheinlichkeit filtern und ordnen</translation>
        </message>
        <message>
            <source>Filters</source>
            <translation>Filter</translation>
        </message>
        <message>
            <source>Filters (%1)</source>
            <translation>Filter (%1)</translation>
        </message>
        <message>
            <source>List</source>
            <translation>Liste</translation>
        </message>
        <message>
            <source>Tiles</source>
            <translation>Kacheln</translation>
        </message>
        <message>
            <source>Words in the path or the class of a picture.</source>
            <translation>Wörter im Pfad oder in der Klasse eines Bildes.</translation>
        </message>
    </context>
    <context>
        <name>Filters</name>
        <message>
            <source>Ascending</source>
            <translation>Aufsteigend</translation>
        </message>
        <message>
            <source>Clear filters</source>
            <translation>Filter aufheben</translation>
        </message>
        <message>
            <source>Descending</source>
            <translation>Absteigend</translation>
        </message>
        <message>
            <source>Probability</source>
            <translation>Wahrscheinlichkeit</translation>
        </message>
        <message>
            <source>Probability from</source>
            <translation>Wahrscheinlichkeit von</translation>
        </message>
        <message>
            <source>Probability to</source>
            <translation>Wahrscheinlichkeit bis</translation>
        </message>
        <message>
            <source>Sort by</source>
            <translation>Ordnen nach</translation>
        </message>
        <message>
            <source>State</source>
            <translation>Status</translation>
        </message>
        <message>
            <source>every state</source>
            <translation>jeder Status</translation>
        </message>
    </context>
    <context>
        <name>Forgetting</name>
        <message>
            <source>Forget</source>
            <translation>Vergessen</translation>
        </message>
        <message>
            <source>Nothing brings them back.</source>
            <translation>Nichts bringt sie zurück.</translation>
        </message>
        <message>
            <source>Remove</source>
            <translation>Entfernen</translation>
        </message>
        <message>
            <source>Remove “%1” and its weights?</source>
            <translation>„%1“ und seine Gewichte entfernen?</translation>
        </message>
        <message>
            <source>Your pictures stay where they are. The answers cannot be brought back.</source>
            <translation>Ihre Bilder bleiben, wo sie sind. Die Antworten lassen sich nicht zurückholen.</translation>
        </message>
    </context>
    <context>
        <name>Heat</name>
        <message>
            <source>Nothing in the picture speaks for “%1”.</source>
            <translation>Nichts im Bild spricht für „%1“.</translation>
        </message>
        <message>
            <source>The heat map is being made…</source>
            <translation>Die Heatmap wird erstellt…</translation>
        </message>
        <message>
            <source>There are no heat maps of this model: it has no layer that knows places.</source>
            <translation>Von diesem Modell gibt es keine Heatmaps: Es hat keine Schicht, die Orte kennt.</translation>
        </message>
        <message>
            <source>There is no heat map: %1.</source>
            <translation>Es gibt keine Heatmap: %1.</translation>
        </message>
        <message>
            <source>This answer is of %1. To see why, choose that model, or classify the picture again.</source>
            <translation>Diese Antwort ist von %1. Um zu sehen, warum, wählen Sie dieses Modell, oder klassifizieren Sie das Bild erneut.</translation>
        </message>
    </context>
    <context>
        <name>HeatActions</name>
        <message>
            <source>Save heat map</source>
            <translation>Heatmap speichern</translation>
        </message>
        <message>
            <source>The heat map was not saved.</source>
            <translation>Die Heatmap wurde nicht gespeichert.</translation>
        </message>
        <message>
            <source>The heat map was saved as “%1”.</source>
            <translation>Die Heatmap wurde als „%1“ gespeichert.</translation>
        </message>
        <message>
            <source>“%1” is needed for other things. Choose another name.</source>
            <translation>„%1“ wird für anderes gebraucht. Wählen Sie einen anderen Namen.</translation>
        </message>
    </context>
    <context>
        <name>HeatBar</name>
        <message>
            <source>Opacity of the heat map</source>
            <translation>Deckkraft der Heatmap</translation>
        </message>
    </context>
    <context>
        <name>InsideDialog</name>
        <message>
            <source>Classes</source>
            <translation>Klassen</translation>
        </message>
        <message>
            <source>Inside the model</source>
            <translation>Inneres des Modells</translation>
        </message>
        <message>
            <source>Looking inside…</source>
            <translation>Wird untersucht…</translation>
        </message>
        <message>
            <source>Modules</source>
            <translation>Module</translation>
        </message>
        <message>
            <source>Overview</source>
            <translation>Überblick</translation>
        </message>
        <message>
            <source>Something went wrong inside Whatsit.</source>
            <translation>In Whatsit ist ein Fehler aufgetreten.</translation>
        </message>
    </context>
    <context>
        <name>InsideFacts</name>
        <message>
            <source>%1 pixels</source>
            <translation>%1 Pixel</translation>
        </message>
        <message>
            <source>Accuracy</source>
            <translation>Genauigkeit</translation>
        </message>
        <message>
            <source>Classes</source>
            <translation>Klassen</translation>
        </message>
        <message>
            <source>Compute</source>
            <translation>Aufwand</translation>
        </message>
        <message>
            <source>File</source>
            <translation>Datei</translation>
        </message>
        <message>
            <source>Input</source>
            <translation>Eingabe</translation>
        </message>
        <message>
            <source>Key</source>
            <translation>Schlüssel</translation>
        </message>
        <message>
            <source>Licence</source>
            <translation>Lizenz</translation>
        </message>
        <message>
            <source>Network</source>
            <translation>Netz</translation>
        </message>
        <message>
            <source>Notes</source>
            <translation>Notizen</translation>
        </message>
        <message>
            <source>Origin</source>
            <translation>Herkunft</translation>
        </message>
        <message>
            <source>Paper</source>
            <translation>Veröffentlichung</translation>
        </message>
        <message>
            <source>Parameters</source>
            <translation>Parameter</translation>
        </message>
        <message>
            <source>Preprocessing</source>
            <translation>Vorverarbeitung</translation>
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
            <translation>%1 (noch nicht geprüft)</translation>
        </message>
        <message>
            <source>%1 GFLOPs (billion multiply-adds for a picture)</source>
            <translation>%1 GFLOPs (Milliarden Multiplikationen mit Addition je Bild)</translation>
        </message>
        <message numerus="yes">
            <source>%1 of %Ln classes</source>
            <translation>
                <numerusform>%1 von %Ln Klasse</numerusform>
                <numerusform>%1 von %Ln Klassen</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%1 of %Ln modules</source>
            <translation>
                <numerusform>%1 von %Ln Modul</numerusform>
                <numerusform>%1 von %Ln Modulen</numerusform>
            </translation>
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
            <source>%1, each with a probability of its own</source>
            <translation>%1, jede mit eigener Wahrscheinlichkeit</translation>
        </message>
        <message>
            <source>%1, of %2</source>
            <translation>%1, aus %2</translation>
        </message>
        <message numerus="yes">
            <source>%Ln classes</source>
            <translation>
                <numerusform>%Ln Klasse</numerusform>
                <numerusform>%Ln Klassen</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%Ln modules</source>
            <translation>
                <numerusform>%Ln Modul</numerusform>
                <numerusform>%Ln Module</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%Ln parameters of its own</source>
            <translation>
                <numerusform>%Ln eigener Parameter</numerusform>
                <numerusform>%Ln eigene Parameter</numerusform>
            </translation>
        </message>
        <message>
            <source>Colours between 0 and 1 are normalised with mean %1 and deviation %2.</source>
            <translation>Farbwerte zwischen 0 und 1 werden mit Mittelwert %1 und Abweichung %2 normiert.</translation>
        </message>
        <message>
            <source>Colours stay between 0 and 1.</source>
            <translation>Farbwerte bleiben zwischen 0 und 1.</translation>
        </message>
        <message>
            <source>Output and compute are not known: %1</source>
            <translation>Ausgabe und Aufwand sind nicht bekannt: %1</translation>
        </message>
        <message>
            <source>The colours come in the order blue, green, red.</source>
            <translation>Die Farben kommen in der Reihenfolge Blau, Grün, Rot.</translation>
        </message>
        <message>
            <source>The picture is resized to %1 × %1 pixels (%2), whatever its proportions, then edged with black to %3 × %3.</source>
            <translation>Das Bild wird ohne Rücksicht auf sein Seitenverhältnis auf %1 × %1 Pixel gebracht (%2) und dann schwarz auf %3 × %3 umrandet.</translation>
        </message>
        <message>
            <source>The picture is resized to %1 × %1 pixels (%2), whatever its proportions, then the central %3 × %3 are cut out.</source>
            <translation>Das Bild wird ohne Rücksicht auf sein Seitenverhältnis auf %1 × %1 Pixel gebracht (%2), dann werden die mittleren %3 × %3 ausgeschnitten.</translation>
        </message>
        <message>
            <source>The picture is resized to %1 × %1 pixels (%2), whatever its proportions.</source>
            <translation>Das Bild wird ohne Rücksicht auf sein Seitenverhältnis auf %1 × %1 Pixel gebracht (%2).</translation>
        </message>
        <message>
            <source>The shorter side is resized to %1 pixels (%2), then the central %3 × %3 are cut out.</source>
            <translation>Die kürzere Seite wird auf %1 Pixel gebracht (%2), dann werden die mittleren %3 × %3 ausgeschnitten.</translation>
        </message>
        <message>
            <source>The shorter side is resized to %1 pixels (%2), then the central %3 × %3 are cut out; what is missing is black.</source>
            <translation>Die kürzere Seite wird auf %1 Pixel gebracht (%2), dann werden die mittleren %3 × %3 ausgeschnitten; was fehlt, ist schwarz.</translation>
        </message>
        <message numerus="yes">
            <source>called %Ln times for a picture</source>
            <translation>
                <numerusform>je Bild einmal durchlaufen</numerusform>
                <numerusform>je Bild %Ln-mal durchlaufen</numerusform>
            </translation>
        </message>
        <message>
            <source>not on this computer</source>
            <translation>nicht auf diesem Computer</translation>
        </message>
    </context>
    <context>
        <name>LabelEditor</name>
        <message>
            <source>All files</source>
            <translation>Alle Dateien</translation>
        </message>
        <message>
            <source>Class labels, one in each line</source>
            <translation>Klassennamen, einer in jeder Zeile</translation>
        </message>
        <message>
            <source>From &amp;folders…</source>
            <translation>Aus &amp;Ordnern…</translation>
        </message>
        <message>
            <source>From a f&amp;ile…</source>
            <translation>Aus &amp;Datei…</translation>
        </message>
        <message>
            <source>Labels</source>
            <translation>Klassennamen</translation>
        </message>
        <message>
            <source>Labels from a file</source>
            <translation>Klassennamen aus einer Datei</translation>
        </message>
        <message>
            <source>Labels from the names of folders</source>
            <translation>Klassennamen aus den Namen von Ordnern</translation>
        </message>
        <message>
            <source>The folder of the training pictures, with a folder for each class</source>
            <translation>Der Ordner der Trainingsbilder mit einem Ordner für jede Klasse</translation>
        </message>
    </context>
    <context>
        <name>LabelsModel</name>
        <message>
            <source>Class</source>
            <translation>Klasse</translation>
        </message>
        <message>
            <source>Number</source>
            <translation>Nummer</translation>
        </message>
        <message>
            <source>Other names</source>
            <translation>Andere Namen</translation>
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
            <translation>Klassen</translation>
        </message>
        <message>
            <source>Words in the names of a class.</source>
            <translation>Wörter in den Namen einer Klasse.</translation>
        </message>
    </context>
    <context>
        <name>LayerTree</name>
        <message>
            <source>Modules</source>
            <translation>Module</translation>
        </message>
    </context>
    <context>
        <name>LayersModel</name>
        <message>
            <source>Compute</source>
            <translation>Aufwand</translation>
        </message>
        <message>
            <source>Module</source>
            <translation>Modul</translation>
        </message>
        <message>
            <source>Output</source>
            <translation>Ausgabe</translation>
        </message>
        <message>
            <source>Parameters</source>
            <translation>Parameter</translation>
        </message>
        <message>
            <source>Type</source>
            <translation>Typ</translation>
        </message>
    </context>
    <context>
        <name>LayersPage</name>
        <message>
            <source>Looking inside…</source>
            <translation>Wird untersucht…</translation>
        </message>
        <message>
            <source>Words in the full name or the type of a module.</source>
            <translation>Wörter im vollen Namen oder im Typ eines Moduls.</translation>
        </message>
    </context>
    <context>
        <name>NamePage</name>
        <message>
            <source>&amp;Name</source>
            <translation>&amp;Name</translation>
        </message>
        <message>
            <source>You have a model of the same name already; give this one another.</source>
            <translation>Sie haben schon ein Modell dieses Namens; geben Sie diesem einen anderen.</translation>
        </message>
    </context>
    <context>
        <name>NetworkPage</name>
        <message>
            <source>Networks</source>
            <translation>Netze</translation>
        </message>
        <message>
            <source>No known network has exactly these tensors. Which one did you train?</source>
            <translation>Kein bekanntes Netz hat genau diese Tensoren. Welches haben Sie trainiert?</translation>
        </message>
        <message>
            <source>Search</source>
            <translation>Suchen</translation>
        </message>
        <message>
            <source>Search networks</source>
            <translation>Netze suchen</translation>
        </message>
        <message>
            <source>Tensors that differ</source>
            <translation>Tensoren, die abweichen</translation>
        </message>
    </context>
    <context>
        <name>NoticeBar</name>
        <message numerus="yes">
            <source>%Ln more</source>
            <translation>
                <numerusform>%Ln weitere</numerusform>
                <numerusform>%Ln weitere</numerusform>
            </translation>
        </message>
        <message>
            <source>Begin a new run</source>
            <translation>Neuen Lauf beginnen</translation>
        </message>
        <message>
            <source>Continue</source>
            <translation>Fortsetzen</translation>
        </message>
        <message>
            <source>Copy details</source>
            <translation>Einzelheiten kopieren</translation>
        </message>
        <message>
            <source>Dismiss</source>
            <translation>Schließen</translation>
        </message>
        <message>
            <source>Models…</source>
            <translation>Modelle…</translation>
        </message>
        <message>
            <source>Open page…</source>
            <translation>Seite öffnen…</translation>
        </message>
        <message>
            <source>Open…</source>
            <translation>Öffnen…</translation>
        </message>
        <message>
            <source>Show in file manager</source>
            <translation>Im Dateimanager zeigen</translation>
        </message>
        <message>
            <source>Try again</source>
            <translation>Erneut versuchen</translation>
        </message>
        <message>
            <source>Undo</source>
            <translation>Rückgängig</translation>
        </message>
        <message>
            <source>Use the best that works</source>
            <translation>Das beste verwenden, das funktioniert</translation>
        </message>
    </context>
    <context>
        <name>NumbersPage</name>
        <message>
            <source>95 % means that the model is nearly sure that the picture has this class, 50 % that it cannot tell. It does not mean that 95 of 100 such answers are right: models are often surer than they should be, above all with pictures unlike those they learned from.</source>
            <translation>95 % heißt, dass sich das Modell fast sicher ist, dass das Bild diese Klasse hat, 50 %, dass es das nicht sagen kann. Es heißt nicht, dass 95 von 100 solchen Antworten richtig sind: Modelle sind sich oft sicherer, als sie sein sollten, vor allem bei Bildern, die anders sind als jene, aus denen sie gelernt haben.</translation>
        </message>
        <message>
            <source>95 % means that the model prefers this class by far to all others that it knows. It does not mean that 95 of 100 such answers are right: models are often surer than they should be, above all with pictures unlike those they learned from.</source>
            <translation>95 % heißt, dass das Modell diese Klasse allen anderen, die es kennt, bei weitem vorzieht. Es heißt nicht, dass 95 von 100 solchen Antworten richtig sind: Modelle sind sich oft sicherer, als sie sein sollten, vor allem bei Bildern, die anders sind als jene, aus denen sie gelernt haben.</translation>
        </message>
        <message>
            <source>A click on a bar shows which places of that part speak for its class: the lighter, the more. It is coarse, and its lightest place has the most of this map only, so that maps of two classes cannot be compared. It shows what the network used, which need not be the thing itself.</source>
            <translation>Ein Klick auf einen Balken zeigt, welche Stellen dieses Teils für seine Klasse sprechen: je heller, desto mehr. Das ist grob, und die hellste Stelle hat nur in dieser Heatmap am meisten, sodass man die Heatmaps zweier Klassen nicht vergleichen kann. Sie zeigt, was das Netz benutzt hat, und das muss nicht der Gegenstand selbst sein.</translation>
        </message>
        <message>
            <source>A probability for each class</source>
            <translation>Eine Wahrscheinlichkeit für jede Klasse</translation>
        </message>
        <message>
            <source>How sure the model is, not how right</source>
            <translation>Wie sicher sich das Modell ist, nicht, ob es recht hat</translation>
        </message>
        <message>
            <source>Shares of one hundred per cent</source>
            <translation>Anteile an hundert Prozent</translation>
        </message>
        <message>
            <source>That is all that the network gets. The button of this name shows that part. What lies outside has no say.</source>
            <translation>Mehr bekommt das Netz nicht. Der Knopf dieses Namens zeigt diesen Teil. Was außerhalb liegt, zählt nicht.</translation>
        </message>
        <message>
            <source>The model in use was trained for pictures that have several classes at once, or none. A bar is the probability that the picture has this class, whatever the others have, so the bars need not sum to 100 %: several may be high, and all may be low.</source>
            <translation>Das benutzte Modell wurde für Bilder trainiert, die mehrere Klassen zugleich haben oder keine. Ein Balken ist die Wahrscheinlichkeit, dass das Bild diese Klasse hat, was auch immer die anderen haben. Die Balken müssen also nicht 100 % ergeben: Mehrere können hoch sein, und alle können niedrig sein.</translation>
        </message>
        <message>
            <source>The model knows a closed list of classes; the built-in one knows 1,000, from “tench” to “toilet tissue”. For each picture it spreads 100 % over all of them. A bar is the share of one class.</source>
            <translation>Das Modell kennt eine feste Liste von Klassen; das eingebaute kennt 1.000, von „Schleie“ bis „Toilettenpapier“. Für jedes Bild verteilt es 100 % auf sie alle. Ein Balken ist der Anteil einer Klasse.</translation>
        </message>
        <message>
            <source>The numbers are the sigmoid of each of the network’s outputs, the usual way to make a probability of a score; they are shown to 0.1 %. The window and the command line give the same numbers for the same picture.</source>
            <translation>Die Zahlen sind das Sigmoid jeder Ausgabe des Netzes, der übliche Weg, aus einem Wert eine Wahrscheinlichkeit zu machen; sie werden auf 0,1 % genau gezeigt. Fenster und Befehlszeile liefern für dasselbe Bild dieselben Zahlen.</translation>
        </message>
        <message>
            <source>The numbers are the softmax of the network’s outputs, the usual way to make shares of scores; they are shown to 0.1 %. The window and the command line give the same numbers for the same picture.</source>
            <translation>Die Zahlen sind der Softmax der Ausgaben des Netzes, der übliche Weg, aus Werten Anteile zu machen; sie werden auf 0,1 % genau gezeigt. Fenster und Befehlszeile liefern für dasselbe Bild dieselben Zahlen.</translation>
        </message>
        <message>
            <source>There is no class “person” and none for your own cat. Something that is not on the list gets the class that resembles it most, sometimes with a high share.</source>
            <translation>Es gibt keine Klasse „Mensch“ und keine für Ihre eigene Katze. Was nicht auf der Liste steht, bekommt die Klasse, die ihm am meisten ähnelt, manchmal mit hohem Anteil.</translation>
        </message>
        <message>
            <source>Unknown</source>
            <translation>Unbekannt</translation>
        </message>
        <message>
            <source>What do these numbers mean?</source>
            <translation>Was bedeuten diese Zahlen?</translation>
        </message>
        <message>
            <source>What is not on the list cannot be found</source>
            <translation>Was nicht auf der Liste steht, kann nicht gefunden werden</translation>
        </message>
        <message>
            <source>What the network saw</source>
            <translation>Was das Netz gesehen hat</translation>
        </message>
        <message>
            <source>When the likeliest class has less than %1, the headline is “unknown”. The bars still show what the model would have guessed. The limit is the least probability in the settings.</source>
            <translation>Hat die wahrscheinlichste Klasse weniger als %1, so lautet die Überschrift „unbekannt“. Die Balken zeigen trotzdem, was das Modell geraten hätte. Die Grenze ist die Mindestwahrscheinlichkeit in den Einstellungen.</translation>
        </message>
        <message>
            <source>Where the figures come from</source>
            <translation>Woher die Zahlen kommen</translation>
        </message>
        <message>
            <source>Why?</source>
            <translation>Warum?</translation>
        </message>
    </context>
    <context>
        <name>Outside</name>
        <message>
            <source>No program was found that could open it: %1</source>
            <translation>Es wurde kein Programm gefunden, das es öffnen könnte: %1</translation>
        </message>
        <message>
            <source>No program was found that could show it: %1</source>
            <translation>Es wurde kein Programm gefunden, das es zeigen könnte: %1</translation>
        </message>
    </context>
    <context>
        <name>OwnExport</name>
        <message>
            <source>Export</source>
            <translation>Exportieren</translation>
        </message>
        <message>
            <source>On another computer, drop it on Whatsit’s window.</source>
            <translation>Legen Sie sie auf einem anderen Computer auf Whatsits Fenster ab.</translation>
        </message>
        <message>
            <source>Writing “%1”…</source>
            <translation>„%1“ wird geschrieben…</translation>
        </message>
    </context>
    <context>
        <name>OwnFilePage</name>
        <message>
            <source>A checkpoint or state dict (.pth, .pt, .bin, .ckpt), a file in safetensors, a folder as timm saves it, or a model that Whatsit exported. It is read as data: nothing in it is run, and the file stays as it is.</source>
            <translation>Ein Checkpoint oder State Dict (.pth, .pt, .bin, .ckpt), eine Datei in safetensors, ein Ordner, wie timm ihn speichert, oder ein Modell, das Whatsit exportiert hat. Es wird als Daten gelesen: Nichts darin wird ausgeführt, und die Datei bleibt, wie sie ist.</translation>
        </message>
        <message>
            <source>All files</source>
            <translation>Alle Dateien</translation>
        </message>
        <message>
            <source>C&amp;opy lines</source>
            <translation>Zeilen &amp;kopieren</translation>
        </message>
        <message>
            <source>Choose &amp;file…</source>
            <translation>&amp;Datei wählen…</translation>
        </message>
        <message>
            <source>Choose a model</source>
            <translation>Modell wählen</translation>
        </message>
        <message>
            <source>Choose f&amp;older…</source>
            <translation>&amp;Ordner wählen…</translation>
        </message>
        <message>
            <source>Choose the folder of a model</source>
            <translation>Ordner eines Modells wählen</translation>
        </message>
        <message>
            <source>Drop the file here that your training saved.</source>
            <translation>Legen Sie hier die Datei ab, die Ihr Training gespeichert hat.</translation>
        </message>
        <message>
            <source>Lines of Python</source>
            <translation>Zeilen in Python</translation>
        </message>
        <message>
            <source>Models</source>
            <translation>Modelle</translation>
        </message>
        <message>
            <source>Where you trained it, these lines save the weights alone:</source>
            <translation>Dort, wo Sie es trainiert haben, speichern diese Zeilen nur die Gewichte:</translation>
        </message>
    </context>
    <context>
        <name>OwnForm</name>
        <message>
            <source>&amp;Labels</source>
            <translation>&amp;Klassennamen</translation>
        </message>
        <message>
            <source>&amp;Name</source>
            <translation>&amp;Name</translation>
        </message>
        <message>
            <source>&amp;Weights</source>
            <translation>&amp;Gewichte</translation>
        </message>
        <message>
            <source>A picture can have se&amp;veral classes, or none</source>
            <translation>Ein Bild kann &amp;mehrere Klassen haben oder keine</translation>
        </message>
        <message>
            <source>As they were in the end</source>
            <translation>Wie sie am Ende waren</translation>
        </message>
        <message>
            <source>Chan&amp;ge…</source>
            <translation>&amp;Ändern…</translation>
        </message>
        <message>
            <source>How pictures are prepared</source>
            <translation>Wie Bilder vorbereitet werden</translation>
        </message>
        <message>
            <source>Li&amp;cence</source>
            <translation>&amp;Lizenz</translation>
        </message>
        <message>
            <source>Licence</source>
            <translation>Lizenz</translation>
        </message>
        <message>
            <source>N&amp;otes</source>
            <translation>No&amp;tizen</translation>
        </message>
        <message>
            <source>Name</source>
            <translation>Name</translation>
        </message>
        <message>
            <source>Network</source>
            <translation>Netz</translation>
        </message>
        <message>
            <source>Notes</source>
            <translation>Notizen</translation>
        </message>
        <message>
            <source>Optional</source>
            <translation>Optional</translation>
        </message>
        <message>
            <source>Preprocessing</source>
            <translation>Vorverarbeitung</translation>
        </message>
        <message>
            <source>Several networks have exactly these tensors; choose the one that you trained.</source>
            <translation>Mehrere Netze haben genau diese Tensoren; wählen Sie das, das Sie trainiert haben.</translation>
        </message>
        <message>
            <source>Their moving average (EMA)</source>
            <translation>Ihr gleitender Mittelwert (EMA)</translation>
        </message>
    </context>
    <context>
        <name>OwnModelDialog</name>
        <message>
            <source>&amp;Add</source>
            <translation>&amp;Hinzufügen</translation>
        </message>
        <message>
            <source>&amp;Back</source>
            <translation>&amp;Zurück</translation>
        </message>
        <message>
            <source>&amp;Compare</source>
            <translation>&amp;Vergleichen</translation>
        </message>
        <message>
            <source>&amp;Continue</source>
            <translation>&amp;Weiter</translation>
        </message>
        <message>
            <source>&amp;Import</source>
            <translation>&amp;Importieren</translation>
        </message>
        <message>
            <source>&amp;Use it now</source>
            <translation>Jetzt &amp;benutzen</translation>
        </message>
        <message>
            <source>Add a model</source>
            <translation>Modell hinzufügen</translation>
        </message>
        <message>
            <source>Adding…</source>
            <translation>Wird hinzugefügt…</translation>
        </message>
        <message>
            <source>Cancel</source>
            <translation>Abbrechen</translation>
        </message>
        <message>
            <source>Chec&amp;k…</source>
            <translation>&amp;Prüfen…</translation>
        </message>
        <message>
            <source>Close</source>
            <translation>Schließen</translation>
        </message>
        <message>
            <source>Comparing…</source>
            <translation>Wird verglichen…</translation>
        </message>
        <message>
            <source>Importing…</source>
            <translation>Wird importiert…</translation>
        </message>
        <message>
            <source>Reading labels…</source>
            <translation>Klassennamen werden gelesen…</translation>
        </message>
        <message>
            <source>Reading pairs…</source>
            <translation>Paare werden gelesen…</translation>
        </message>
        <message>
            <source>Reading…</source>
            <translation>Wird gelesen…</translation>
        </message>
        <message>
            <source>Stop</source>
            <translation>Anhalten</translation>
        </message>
        <message>
            <source>Stopping…</source>
            <translation>Wird angehalten…</translation>
        </message>
        <message>
            <source>Use this &amp;setting</source>
            <translation>Diese &amp;Einstellung benutzen</translation>
        </message>
        <message>
            <source>Writing…</source>
            <translation>Wird geschrieben…</translation>
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
                <numerusform>%1 von %2, %Ln Klasse</numerusform>
                <numerusform>%1 von %2, %Ln Klassen</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%1 of %Ln classes have a label; the other is called “%2”.</source>
            <translation>
                <numerusform>%1 von %Ln Klasse hat einen Namen; die andere heißt „%2“.</numerusform>
                <numerusform>%1 von %Ln Klassen haben einen Namen; die andere heißt „%2“.</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%1 of %Ln classes have a label; the others are called “%2” and so on.</source>
            <translation>
                <numerusform>%1 von %Ln Klasse hat einen Namen; die anderen heißen „%2“ und so weiter.</numerusform>
                <numerusform>%1 von %Ln Klassen haben einen Namen; die anderen heißen „%2“ und so weiter.</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%1 of %Ln pictures have the expected class.</source>
            <translation>
                <numerusform>%1 von %Ln Bild hat die erwartete Klasse.</numerusform>
                <numerusform>%1 von %Ln Bildern haben die erwartete Klasse.</numerusform>
            </translation>
        </message>
        <message>
            <source>%1: %2 of the tensors agree</source>
            <translation>%1: %2 der Tensoren stimmen überein</translation>
        </message>
        <message numerus="yes">
            <source>%Ln pictures could not be read and do not count.</source>
            <translation>
                <numerusform>%Ln Bild konnte nicht gelesen werden und zählt nicht.</numerusform>
                <numerusform>%Ln Bilder konnten nicht gelesen werden und zählen nicht.</numerusform>
            </translation>
        </message>
        <message>
            <source>A model needs a name that can be seen, of at most 100 characters</source>
            <translation>Ein Modell braucht einen Namen, den man sieht, mit höchstens 100 Zeichen</translation>
        </message>
        <message numerus="yes">
            <source>All %Ln classes have a label.</source>
            <translation>
                <numerusform>Die Klasse hat einen Namen.</numerusform>
                <numerusform>Alle %Ln Klassen haben einen Namen.</numerusform>
            </translation>
        </message>
        <message>
            <source>Another model has this name; choose another, or remove that one first</source>
            <translation>Ein anderes Modell hat diesen Namen; wählen Sie einen anderen, oder entfernen Sie erst jenes</translation>
        </message>
        <message>
            <source>Comparing with known networks: %1 of %2</source>
            <translation>Vergleich mit bekannten Netzen: %1 von %2</translation>
        </message>
        <message numerus="yes">
            <source>Comparing: %Ln settings tried</source>
            <translation>
                <numerusform>Vergleich: %Ln Einstellung versucht</numerusform>
                <numerusform>Vergleich: %Ln Einstellungen versucht</numerusform>
            </translation>
        </message>
        <message>
            <source>Each class gets a probability of its own, so the bars need not sum to 100 % (sigmoid).</source>
            <translation>Jede Klasse bekommt eine eigene Wahrscheinlichkeit, sodass die Balken nicht 100 % ergeben müssen (Sigmoid).</translation>
        </message>
        <message>
            <source>It is among your models now, with weights of its own; the file that it came from stays as it is.</source>
            <translation>Es ist jetzt eines Ihrer Modelle, mit eigenen Gewichten; die Datei, aus der es kam, bleibt, wie sie ist.</translation>
        </message>
        <message>
            <source>Loading the model…</source>
            <translation>Das Modell wird geladen…</translation>
        </message>
        <message>
            <source>Looking up how its pictures are prepared…</source>
            <translation>Wie seine Bilder vorbereitet werden, wird nachgesehen…</translation>
        </message>
        <message>
            <source>No other setting agrees better; are the labels in the right order, and these the weights?</source>
            <translation>Keine andere Einstellung stimmt besser überein; sind die Klassennamen in der richtigen Reihenfolge, und sind es diese Gewichte?</translation>
        </message>
        <message>
            <source>No setting agrees in all; this one comes nearest:</source>
            <translation>Keine Einstellung stimmt ganz überein; am nächsten kommt diese:</translation>
        </message>
        <message>
            <source>One of the tensors can be no weight here; save plain floating-point weights</source>
            <translation>Einer der Tensoren kann hier kein Gewicht sein; speichern Sie gewöhnliche Gewichte in Gleitkommazahlen</translation>
        </message>
        <message>
            <source>One of the tensors holds numbers that are not finite, so that there can be no scores; take a checkpoint from before the training went wrong</source>
            <translation>Einer der Tensoren enthält Zahlen, die nicht endlich sind, sodass es keine Werte geben kann; nehmen Sie einen Checkpoint von früher, als das Training noch gut ging</translation>
        </message>
        <message>
            <source>Probabilities differ by at most %1.</source>
            <translation>Wahrscheinlichkeiten weichen um höchstens %1 ab.</translation>
        </message>
        <message>
            <source>Several networks have exactly these tensors; name the one that was trained</source>
            <translation>Mehrere Netze haben genau diese Tensoren; nennen Sie das, das trainiert wurde</translation>
        </message>
        <message numerus="yes">
            <source>The %Ln labels in the checkpoint were not taken: they are not as many.</source>
            <translation>
                <numerusform>Der Klassenname im Checkpoint wurde nicht übernommen: Es sind nicht so viele.</numerusform>
                <numerusform>Die %Ln Klassennamen im Checkpoint wurden nicht übernommen: Es sind nicht so viele.</numerusform>
            </translation>
        </message>
        <message>
            <source>The class labels cannot be read; a list, a table or a text with one in a line is wanted</source>
            <translation>Die Klassennamen sind nicht zu lesen; nötig ist eine Liste, eine Tabelle oder ein Text mit einem in jeder Zeile</translation>
        </message>
        <message>
            <source>The classes share 100 % (softmax): the more one has, the less is left for the others.</source>
            <translation>Die Klassen teilen sich 100 % (Softmax): Je mehr eine hat, desto weniger bleibt den anderen.</translation>
        </message>
        <message>
            <source>The file cannot be read</source>
            <translation>Die Datei ist nicht zu lesen</translation>
        </message>
        <message>
            <source>The file holds a whole network, which is code, and Whatsit runs none from a file; save its weights alone, where it was made</source>
            <translation>Die Datei enthält ein ganzes Netz, und das ist Code; Whatsit führt keinen aus einer Datei aus. Speichern Sie dort, wo sie entstand, nur die Gewichte</translation>
        </message>
        <message>
            <source>The file holds objects that are made by running code, which Whatsit does not do; save its weights alone, where it was made</source>
            <translation>Die Datei enthält Objekte, für die Code ausgeführt werden müsste, und das tut Whatsit nicht. Speichern Sie dort, wo sie entstand, nur die Gewichte</translation>
        </message>
        <message>
            <source>The file is a program in TorchScript, and Whatsit runs none from a file; save its weights alone, where it was made</source>
            <translation>Die Datei ist ein Programm in TorchScript, und Whatsit führt keines aus einer Datei aus. Speichern Sie dort, wo sie entstand, nur die Gewichte</translation>
        </message>
        <message>
            <source>The file is a program made by torch.export, and Whatsit runs none from a file; save its weights alone, where it was made</source>
            <translation>Die Datei ist ein Programm von torch.export, und Whatsit führt keines aus einer Datei aus. Speichern Sie dort, wo sie entstand, nur die Gewichte</translation>
        </message>
        <message>
            <source>The file is damaged, cut off or made to do harm, and was not used; copy or save it again</source>
            <translation>Die Datei ist beschädigt, abgeschnitten oder soll schaden und wurde nicht benutzt; kopieren oder speichern Sie sie noch einmal</translation>
        </message>
        <message>
            <source>The model answers as your script did.</source>
            <translation>Das Modell antwortet wie Ihr Skript.</translation>
        </message>
        <message>
            <source>The model cannot be written there</source>
            <translation>Das Modell kann dort nicht geschrieben werden</translation>
        </message>
        <message>
            <source>The model takes its pictures like this from now on.</source>
            <translation>Das Modell bereitet seine Bilder ab jetzt so vor.</translation>
        </message>
        <message>
            <source>The network cannot take pictures prepared like this</source>
            <translation>Mit so vorbereiteten Bildern kann das Netz nichts anfangen</translation>
        </message>
        <message>
            <source>The network that these weights are of was not recognised; name its architecture</source>
            <translation>Das Netz, von dem diese Gewichte sind, wurde nicht erkannt; nennen Sie seine Architektur</translation>
        </message>
        <message>
            <source>The pairs cannot be read; a table of paths and labels or scores is wanted</source>
            <translation>Die Paare sind nicht zu lesen; nötig ist eine Tabelle mit Pfaden und Klassennamen oder Werten</translation>
        </message>
        <message>
            <source>The weights do not fit this architecture; name another</source>
            <translation>Die Gewichte passen nicht zu dieser Architektur; nennen Sie eine andere</translation>
        </message>
        <message>
            <source>There are more class labels than outputs of the network; are they of another model?</source>
            <translation>Es sind mehr Klassennamen als Ausgaben des Netzes; sind sie von einem anderen Modell?</translation>
        </message>
        <message>
            <source>There is no state dict in the file; save the one of the network</source>
            <translation>In der Datei ist kein State Dict; speichern Sie das des Netzes</translation>
        </message>
        <message>
            <source>There is no such architecture; see how its library spells it</source>
            <translation>Eine solche Architektur gibt es nicht; sehen Sie nach, wie ihre Bibliothek sie schreibt</translation>
        </message>
        <message>
            <source>There is no such file or folder</source>
            <translation>Eine solche Datei oder einen solchen Ordner gibt es nicht</translation>
        </message>
        <message>
            <source>There is not enough memory for these weights; close other programs and try again</source>
            <translation>Für diese Gewichte ist nicht genug Speicher da; schließen Sie andere Programme und versuchen Sie es noch einmal</translation>
        </message>
        <message>
            <source>There is not enough room for the model; make room and try again</source>
            <translation>Für das Modell ist nicht genug Platz; schaffen Sie Platz und versuchen Sie es noch einmal</translation>
        </message>
        <message>
            <source>This file holds no model as Whatsit exports it, or it is damaged; export it again</source>
            <translation>Diese Datei enthält kein Modell, wie Whatsit es exportiert, oder sie ist beschädigt; exportieren Sie es noch einmal</translation>
        </message>
        <message>
            <source>This folder is of the library transformers, whose networks Whatsit does not have; one in timm’s format is wanted</source>
            <translation>Dieser Ordner ist von der Bibliothek transformers, deren Netze Whatsit nicht hat; nötig ist einer in timms Format</translation>
        </message>
        <message>
            <source>This is a compressed archive; unpack it and add what is in it</source>
            <translation>Das ist ein gepacktes Archiv; entpacken Sie es, und fügen Sie hinzu, was darin ist</translation>
        </message>
        <message>
            <source>This is no file of weights; a state dict saved by torch.save or safetensors is wanted</source>
            <translation>Das ist keine Datei mit Gewichten; nötig ist ein State Dict, gespeichert von torch.save oder safetensors</translation>
        </message>
        <message>
            <source>This is no folder of a model as timm saves them</source>
            <translation>Das ist kein Ordner eines Modells, wie timm sie speichert</translation>
        </message>
        <message>
            <source>This model was kept by a newer Whatsit; use that one</source>
            <translation>Dieses Modell hat ein neueres Whatsit gespeichert; benutzen Sie jenes</translation>
        </message>
        <message>
            <source>This needs a library that is not installed</source>
            <translation>Dazu ist eine Bibliothek nötig, die nicht installiert ist</translation>
        </message>
        <message>
            <source>Trying the model…</source>
            <translation>Das Modell wird ausprobiert…</translation>
        </message>
        <message>
            <source>Two classes have the same label; give each its own</source>
            <translation>Zwei Klassen haben denselben Namen; geben Sie jeder einen eigenen</translation>
        </message>
        <message>
            <source>What is written about this model is damaged; add it again</source>
            <translation>Was über dieses Modell aufgeschrieben ist, ist beschädigt; fügen Sie es noch einmal hinzu</translation>
        </message>
        <message>
            <source>With these weights the network gives no finite scores for a picture</source>
            <translation>Mit diesen Gewichten gibt das Netz für ein Bild keine endlichen Werte</translation>
        </message>
        <message>
            <source>With this setting all agree:</source>
            <translation>Mit dieser Einstellung stimmen alle überein:</translation>
        </message>
        <message numerus="yes">
            <source>Without labels the %Ln classes are called “%2” and so on.</source>
            <translation>
                <numerusform>Ohne Namen heißt die Klasse „%2“.</numerusform>
                <numerusform>Ohne Namen heißen die %Ln Klassen „%2“ und so weiter.</numerusform>
            </translation>
        </message>
        <message>
            <source>Writing: %1 of %2 MB</source>
            <translation>Wird geschrieben: %1 von %2 MB</translation>
        </message>
        <message>
            <source>You have no model of this name</source>
            <translation>Sie haben kein Modell dieses Namens</translation>
        </message>
        <message>
            <source>“%1” is no label or number of a class, with or without a probability, and no list of all scores.</source>
            <translation>„%1“ ist weder Name noch Nummer einer Klasse, mit oder ohne Wahrscheinlichkeit, und keine Liste aller Werte.</translation>
        </message>
        <message>
            <source>“%1” is written to %2 with its weights, its labels and how its pictures are prepared.</source>
            <translation>„%1“ wird nach %2 geschrieben, mit seinen Gewichten, seinen Klassennamen und damit, wie seine Bilder vorbereitet werden.</translation>
        </message>
        <message>
            <source>“%1” was added.</source>
            <translation>„%1“ wurde hinzugefügt.</translation>
        </message>
        <message>
            <source>“%1” was written to %2.</source>
            <translation>„%1“ wurde nach %2 geschrieben.</translation>
        </message>
    </context>
    <context>
        <name>PairsModel</name>
        <message>
            <source>Picture</source>
            <translation>Bild</translation>
        </message>
        <message>
            <source>What the script said</source>
            <translation>Was das Skript gesagt hat</translation>
        </message>
    </context>
    <context>
        <name>PairsTable</name>
        <message>
            <source>Pictures and what the script said</source>
            <translation>Bilder und was das Skript gesagt hat</translation>
        </message>
    </context>
    <context>
        <name>PictureSide</name>
        <message>
            <source>heat map: %1</source>
            <translation>Heatmap: %1</translation>
        </message>
    </context>
    <context>
        <name>PicturesModel</name>
        <message>
            <source>stopped</source>
            <translation>gestoppt</translation>
        </message>
        <message>
            <source>unknown</source>
            <translation>unbekannt</translation>
        </message>
        <message>
            <source>waiting</source>
            <translation>wartet</translation>
        </message>
    </context>
    <context>
        <name>PlanModel</name>
        <message>
            <source>Files</source>
            <translation>Dateien</translation>
        </message>
        <message>
            <source>Folder</source>
            <translation>Ordner</translation>
        </message>
        <message>
            <source>Note</source>
            <translation>Anmerkung</translation>
        </message>
        <message>
            <source>Size</source>
            <translation>Größe</translation>
        </message>
        <message>
            <source>is there already</source>
            <translation>gibt es schon</translation>
        </message>
    </context>
    <context>
        <name>PlanPage</name>
        <message>
            <source>&amp;Save plan…</source>
            <translation>Plan &amp;speichern…</translation>
        </message>
        <message>
            <source>Plan</source>
            <translation>Plan</translation>
        </message>
        <message>
            <source>This is a plan. Nothing has been changed yet.</source>
            <translation>Dies ist ein Plan. Noch wurde nichts verändert.</translation>
        </message>
    </context>
    <context>
        <name>PredictionsModel</name>
        <message>
            <source>%1; heat map</source>
            <translation>%1; Heatmap</translation>
        </message>
        <message>
            <source>unknown; %1</source>
            <translation>unbekannt; %1</translation>
        </message>
    </context>
    <context>
        <name>PreprocessDialog</name>
        <message>
            <source> pixels</source>
            <translation> Pixel</translation>
        </message>
        <message>
            <source>&amp;Interpolation</source>
            <translation>&amp;Interpolation</translation>
        </message>
        <message>
            <source>&amp;Order of colours</source>
            <translation>&amp;Reihenfolge der Farben</translation>
        </message>
        <message>
            <source>&amp;Resize</source>
            <translation>&amp;Größe ändern</translation>
        </message>
        <message>
            <source>&amp;To</source>
            <translation>&amp;Auf</translation>
        </message>
        <message>
            <source>As for CLIP</source>
            <translation>Wie für CLIP</translation>
        </message>
        <message>
            <source>As for ImageNet</source>
            <translation>Wie für ImageNet</translation>
        </message>
        <message>
            <source>Blue, green, red (OpenCV)</source>
            <translation>Blau, Grün, Rot (OpenCV)</translation>
        </message>
        <message>
            <source>Both sides, squashed</source>
            <translation>Beide Seiten, gestaucht</translation>
        </message>
        <message>
            <source>Colour &amp;values</source>
            <translation>&amp;Farbwerte</translation>
        </message>
        <message>
            <source>Cut out the &amp;middle</source>
            <translation>&amp;Mitte ausschneiden</translation>
        </message>
        <message>
            <source>De&amp;viation</source>
            <translation>A&amp;bweichung</translation>
        </message>
        <message>
            <source>Deviation</source>
            <translation>Abweichung</translation>
        </message>
        <message>
            <source>From 0 to 1</source>
            <translation>Von 0 bis 1</translation>
        </message>
        <message>
            <source>From 0 to 255</source>
            <translation>Von 0 bis 255</translation>
        </message>
        <message>
            <source>From −1 to 1</source>
            <translation>Von −1 bis 1</translation>
        </message>
        <message>
            <source>How pictures are prepared</source>
            <translation>Wie Bilder vorbereitet werden</translation>
        </message>
        <message>
            <source>M&amp;ean</source>
            <translation>Mi&amp;ttelwert</translation>
        </message>
        <message>
            <source>Mean</source>
            <translation>Mittelwert</translation>
        </message>
        <message>
            <source>Other</source>
            <translation>Andere</translation>
        </message>
        <message>
            <source>Red, green, blue</source>
            <translation>Rot, Grün, Blau</translation>
        </message>
        <message>
            <source>The shorter side, keeping proportions</source>
            <translation>Die kürzere Seite, im Seitenverhältnis</translation>
        </message>
    </context>
    <context>
        <name>Program</name>
        <message>
            <source>Another window of Whatsit does not answer, so this one was opened.</source>
            <translation>Ein anderes Fenster von Whatsit antwortet nicht, deshalb wurde dieses geöffnet.</translation>
        </message>
        <message>
            <source>Something went wrong inside Whatsit.</source>
            <translation>In Whatsit ist ein Fehler aufgetreten.</translation>
        </message>
        <message>
            <source>What your administrator set for this computer cannot be read. Please tell your administrator.</source>
            <translation>Was Ihre Administration für diesen Computer festgelegt hat, kann nicht gelesen werden. Bitte sagen Sie ihr Bescheid.</translation>
        </message>
        <message>
            <source>Whatsit ended unexpectedly last time. A report lies on this computer; nobody was told.</source>
            <translation>Whatsit wurde beim letzten Mal unerwartet beendet. Ein Bericht liegt auf diesem Computer; niemand hat ihn bekommen.</translation>
        </message>
    </context>
    <context>
        <name>ProgressLine</name>
        <message>
            <source>%1 of %2</source>
            <translation>%1 von %2</translation>
        </message>
        <message>
            <source>%1 so far</source>
            <translation>bisher %1</translation>
        </message>
        <message>
            <source>Progress</source>
            <translation>Fortschritt</translation>
        </message>
    </context>
    <context>
        <name>Promise</name>
        <message>
            <source>Add model “%1”</source>
            <translation>Modell „%1“ hinzufügen</translation>
        </message>
        <message>
            <source>Classify %1</source>
            <translation>%1 klassifizieren</translation>
        </message>
        <message>
            <source>Classify %2 in “%1”</source>
            <translation>%2 in „%1“ klassifizieren</translation>
        </message>
        <message numerus="yes">
            <source>Classify %Ln files and folders</source>
            <translation>
                <numerusform>%Ln Datei oder Ordner klassifizieren</numerusform>
                <numerusform>%Ln Dateien und Ordner klassifizieren</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>Classify the pictures in %Ln folders</source>
            <translation>
                <numerusform>Die Bilder in %Ln Ordner klassifizieren</numerusform>
                <numerusform>Die Bilder in %Ln Ordnern klassifizieren</numerusform>
            </translation>
        </message>
        <message>
            <source>Classify the pictures in “%1”</source>
            <translation>Die Bilder in „%1“ klassifizieren</translation>
        </message>
        <message>
            <source>Classify this picture</source>
            <translation>Dieses Bild klassifizieren</translation>
        </message>
        <message>
            <source>Classify “%1”</source>
            <translation>„%1“ klassifizieren</translation>
        </message>
        <message>
            <source>Fetch from %1, if you say yes</source>
            <translation>Von %1 holen, wenn Sie zustimmen</translation>
        </message>
        <message>
            <source>There are no pictures in them</source>
            <translation>Darin sind keine Bilder</translation>
        </message>
        <message>
            <source>There are no pictures in “%1”</source>
            <translation>In „%1“ sind keine Bilder</translation>
        </message>
        <message>
            <source>This lies on another computer</source>
            <translation>Dies liegt auf einem anderen Computer</translation>
        </message>
    </context>
    <context>
        <name>QuietTable</name>
        <message>
            <source>Sort by</source>
            <translation>Ordnen nach</translation>
        </message>
    </context>
    <context>
        <name>ResultsGrid</name>
        <message>
            <source>Pictures of the run</source>
            <translation>Bilder des Laufs</translation>
        </message>
    </context>
    <context>
        <name>ResultsModel</name>
        <message>
            <source>Class</source>
            <translation>Klasse</translation>
        </message>
        <message>
            <source>Folder</source>
            <translation>Ordner</translation>
        </message>
        <message>
            <source>Name</source>
            <translation>Name</translation>
        </message>
        <message>
            <source>Probability</source>
            <translation>Wahrscheinlichkeit</translation>
        </message>
        <message>
            <source>State</source>
            <translation>Status</translation>
        </message>
        <message>
            <source>no longer there</source>
            <translation>nicht mehr da</translation>
        </message>
        <message>
            <source>perhaps %1</source>
            <translation>vielleicht %1</translation>
        </message>
    </context>
    <context>
        <name>ResultsPane</name>
        <message>
            <source>Clear filters</source>
            <translation>Filter aufheben</translation>
        </message>
        <message>
            <source>No picture has been classified yet.</source>
            <translation>Noch ist kein Bild klassifiziert.</translation>
        </message>
        <message>
            <source>No picture matches.</source>
            <translation>Kein Bild passt dazu.</translation>
        </message>
        <message>
            <source>Reading the results</source>
            <translation>Ergebnisse werden gelesen</translation>
        </message>
        <message>
            <source>Reading the results…</source>
            <translation>Ergebnisse werden gelesen…</translation>
        </message>
        <message>
            <source>Try again</source>
            <translation>Erneut versuchen</translation>
        </message>
    </context>
    <context>
        <name>ResultsTable</name>
        <message>
            <source>Pictures of the run</source>
            <translation>Bilder des Laufs</translation>
        </message>
    </context>
    <context>
        <name>RowChoice</name>
        <message>
            <source>&amp;All pictures</source>
            <translation>&amp;Alle Bilder</translation>
        </message>
        <message>
            <source>The &amp;selected ones</source>
            <translation>Die aus&amp;gewählten</translation>
        </message>
        <message>
            <source>The selected ones could not be read: %1</source>
            <translation>Die ausgewählten konnten nicht gelesen werden: %1</translation>
        </message>
        <message>
            <source>Those that the fi&amp;lters choose</source>
            <translation>Die von den Fi&amp;ltern erfassten</translation>
        </message>
    </context>
    <context>
        <name>RunActions</name>
        <message>
            <source>All pictures were classified.</source>
            <translation>Alle Bilder wurden klassifiziert.</translation>
        </message>
        <message>
            <source>Forget</source>
            <translation>Vergessen</translation>
        </message>
        <message>
            <source>Name</source>
            <translation>Name</translation>
        </message>
        <message>
            <source>No folder is shown.</source>
            <translation>Es wird kein Ordner gezeigt.</translation>
        </message>
        <message>
            <source>No picture is listed.</source>
            <translation>Es ist kein Bild aufgelistet.</translation>
        </message>
        <message>
            <source>Rename</source>
            <translation>Umbenennen</translation>
        </message>
        <message>
            <source>The run is only just beginning.</source>
            <translation>Der Lauf beginnt gerade erst.</translation>
        </message>
        <message>
            <source>The run is still going on.</source>
            <translation>Der Lauf ist noch im Gange.</translation>
        </message>
    </context>
    <context>
        <name>RunStrip</name>
        <message>
            <source>Looking for pictures…</source>
            <translation>Bilder werden gesucht…</translation>
        </message>
        <message>
            <source>More</source>
            <translation>Mehr</translation>
        </message>
        <message>
            <source>Progress</source>
            <translation>Fortschritt</translation>
        </message>
        <message>
            <source>Waiting: the model is being loaded…</source>
            <translation>Wartet: Das Modell wird geladen…</translation>
        </message>
        <message>
            <source>Waits until “%1” is done</source>
            <translation>Wartet, bis „%1“ fertig ist</translation>
        </message>
    </context>
    <context>
        <name>Runs</name>
        <message>
            <source>%1 a minute</source>
            <translation>%1 pro Minute</translation>
        </message>
        <message>
            <source>%1 a second</source>
            <translation>%1 pro Sekunde</translation>
        </message>
        <message numerus="yes">
            <source>%1 and %Ln more</source>
            <translation>
                <numerusform>%1 und %Ln weiterer</numerusform>
                <numerusform>%1 und %Ln weitere</numerusform>
            </translation>
        </message>
        <message>
            <source>%1 known before</source>
            <translation>%1 schon bekannt</translation>
        </message>
        <message>
            <source>%1 of %2</source>
            <translation>%1 von %2</translation>
        </message>
        <message>
            <source>%1 so far</source>
            <translation>bisher %1</translation>
        </message>
        <message numerus="yes">
            <source>%Ln other files skipped</source>
            <translation>
                <numerusform>%Ln andere Datei übergangen</numerusform>
                <numerusform>%Ln andere Dateien übergangen</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%Ln runs are forgotten.</source>
            <translation>
                <numerusform>Der Lauf ist vergessen.</numerusform>
                <numerusform>%Ln Läufe sind vergessen.</numerusform>
            </translation>
        </message>
        <message>
            <source>All results are forgotten.</source>
            <translation>Alle Ergebnisse sind vergessen.</translation>
        </message>
        <message numerus="yes">
            <source>Forget %Ln runs?</source>
            <translation>
                <numerusform>%Ln Lauf vergessen?</numerusform>
                <numerusform>%Ln Läufe vergessen?</numerusform>
            </translation>
        </message>
        <message>
            <source>Forget “%1”?</source>
            <translation>„%1“ vergessen?</translation>
        </message>
        <message>
            <source>Paused after %1</source>
            <translation>Angehalten nach %1</translation>
        </message>
        <message>
            <source>Paused at %1 of %2</source>
            <translation>Angehalten bei %1 von %2</translation>
        </message>
        <message>
            <source>Results cannot be kept in your data folder. They last until you quit.</source>
            <translation>In Ihrem Datenordner lassen sich keine Ergebnisse aufbewahren. Sie bleiben nur, bis Sie Whatsit beenden.</translation>
        </message>
        <message>
            <source>Stopped after %1</source>
            <translation>Gestoppt nach %1</translation>
        </message>
        <message>
            <source>Stopped at %1 of %2</source>
            <translation>Gestoppt bei %1 von %2</translation>
        </message>
        <message>
            <source>Stopping…</source>
            <translation>Wird gestoppt…</translation>
        </message>
        <message>
            <source>The results could not be read or changed: %1</source>
            <translation>Die Ergebnisse konnten nicht gelesen oder geändert werden: %1</translation>
        </message>
        <message>
            <source>The results were damaged. They lie at %1 now, and new ones begin.</source>
            <translation>Die Ergebnisse waren beschädigt. Sie liegen jetzt unter %1, und neue beginnen.</translation>
        </message>
        <message>
            <source>Your pictures are where they were.</source>
            <translation>Ihre Bilder sind, wo sie waren.</translation>
        </message>
        <message>
            <source>skipped: %1 × %2</source>
            <translation>übergangen: %1 × %2</translation>
        </message>
        <message>
            <source>“%1” is not finished: %2 are classified so far.</source>
            <translation>„%1“ ist nicht fertig: bisher %2 klassifiziert.</translation>
        </message>
        <message>
            <source>“%1” is not finished: %2 of %3 are classified so far.</source>
            <translation>„%1“ ist nicht fertig: bisher %2 klassifiziert, insgesamt %3.</translation>
        </message>
        <message>
            <source>“%1” was classified by a model that this Whatsit no longer has. A new run can begin in its folders.</source>
            <translation>„%1“ wurde von einem Modell klassifiziert, das dieses Whatsit nicht mehr hat. In seinen Ordnern kann ein neuer Lauf beginnen.</translation>
        </message>
        <message>
            <source>“%1”: %2</source>
            <translation>„%1“: %2</translation>
        </message>
    </context>
    <context>
        <name>RunsDialog</name>
        <message>
            <source>Forget</source>
            <translation>Vergessen</translation>
        </message>
        <message>
            <source>Forget all results?</source>
            <translation>Alle Ergebnisse vergessen?</translation>
        </message>
        <message>
            <source>Forget everything</source>
            <translation>Alles vergessen</translation>
        </message>
        <message>
            <source>Forget everything…</source>
            <translation>Alles vergessen…</translation>
        </message>
        <message>
            <source>Forget…</source>
            <translation>Vergessen…</translation>
        </message>
        <message>
            <source>Name</source>
            <translation>Name</translation>
        </message>
        <message>
            <source>No results are kept yet. Drop a folder on the window, or open one.</source>
            <translation>Noch sind keine Ergebnisse aufbewahrt. Legen Sie einen Ordner im Fenster ab, oder öffnen Sie einen.</translation>
        </message>
        <message>
            <source>Open</source>
            <translation>Öffnen</translation>
        </message>
        <message>
            <source>Rename</source>
            <translation>Umbenennen</translation>
        </message>
        <message>
            <source>Rename…</source>
            <translation>Umbenennen…</translation>
        </message>
        <message>
            <source>Results</source>
            <translation>Ergebnisse</translation>
        </message>
    </context>
    <context>
        <name>RunsModel</name>
        <message>
            <source>Begun</source>
            <translation>Begonnen</translation>
        </message>
        <message>
            <source>Name</source>
            <translation>Name</translation>
        </message>
        <message>
            <source>Not classified</source>
            <translation>Nicht klassifiziert</translation>
        </message>
        <message>
            <source>Pictures</source>
            <translation>Bilder</translation>
        </message>
        <message>
            <source>State</source>
            <translation>Status</translation>
        </message>
        <message>
            <source>complete</source>
            <translation>vollständig</translation>
        </message>
        <message>
            <source>paused</source>
            <translation>angehalten</translation>
        </message>
        <message>
            <source>under way</source>
            <translation>im Gange</translation>
        </message>
        <message>
            <source>unfinished</source>
            <translation>nicht fertig</translation>
        </message>
        <message>
            <source>waiting</source>
            <translation>wartet</translation>
        </message>
    </context>
    <context>
        <name>SearchBox</name>
        <message>
            <source>Clear the search</source>
            <translation>Suche leeren</translation>
        </message>
        <message>
            <source>Search</source>
            <translation>Suchen</translation>
        </message>
    </context>
    <context>
        <name>Session</name>
        <message>
            <source>The pictures could not be listed.</source>
            <translation>Die Bilder konnten nicht aufgelistet werden.</translation>
        </message>
        <message>
            <source>The settings could not be saved. They hold until you quit.</source>
            <translation>Die Einstellungen konnten nicht gespeichert werden. Sie gelten, bis Sie Whatsit beenden.</translation>
        </message>
    </context>
    <context>
        <name>SettingsDialog</name>
        <message>
            <source> megapixels</source>
            <translation> Megapixel</translation>
        </message>
        <message>
            <source>&amp;Appearance</source>
            <translation>&amp;Aussehen</translation>
        </message>
        <message>
            <source>&amp;Bars shown</source>
            <translation>&amp;Balken</translation>
        </message>
        <message>
            <source>&amp;Device</source>
            <translation>&amp;Gerät</translation>
        </message>
        <message>
            <source>&amp;Least probability</source>
            <translation>&amp;Mindestwahrscheinlichkeit</translation>
        </message>
        <message>
            <source>&amp;Model</source>
            <translation>M&amp;odell</translation>
        </message>
        <message>
            <source>&amp;Precision</source>
            <translation>&amp;Rechengenauigkeit</translation>
        </message>
        <message>
            <source>&amp;Refuse pictures over</source>
            <translation>Bilder ab&amp;lehnen über</translation>
        </message>
        <message>
            <source>Another language shows when Whatsit is started again.</source>
            <translation>Eine andere Sprache gilt nach dem nächsten Start von Whatsit.</translation>
        </message>
        <message>
            <source>Answers in bf16 differ a little. A processor without it computes in fp32.</source>
            <translation>Antworten in bf16 weichen ein wenig ab. Ein Prozessor, der es nicht hat, rechnet in fp32.</translation>
        </message>
        <message>
            <source>Ask for a newer version at the start, at most once a day</source>
            <translation>Beim Start nach einer neueren Version fragen, höchstens einmal am Tag</translation>
        </message>
        <message>
            <source>Asked for timm’s models in place of the Hugging Face hub, if not empty.</source>
            <translation>Wird statt des Hugging-Face-Hubs nach den Modellen von timm gefragt, wenn nicht leer.</translation>
        </message>
        <message>
            <source>Automatic</source>
            <translation>Automatisch</translation>
        </message>
        <message>
            <source>Below it a picture’s class is “unknown”.</source>
            <translation>Darunter ist die Klasse eines Bildes „unbekannt“.</translation>
        </message>
        <message>
            <source>Dark</source>
            <translation>Dunkel</translation>
        </message>
        <message>
            <source>Exact (fp32)</source>
            <translation>Genau (fp32)</translation>
        </message>
        <message>
            <source>Fast (bf16)</source>
            <translation>Schnell (bf16)</translation>
        </message>
        <message>
            <source>Greyed choices are set by your administrator.</source>
            <translation>Ausgegraute Einstellungen hat Ihre Administration festgelegt.</translation>
        </message>
        <message>
            <source>Hub m&amp;irror</source>
            <translation>Hub-Sp&amp;iegel</translation>
        </message>
        <message>
            <source>Keep the computer awake during long work</source>
            <translation>Den Computer bei langer Arbeit wach halten</translation>
        </message>
        <message>
            <source>Lan&amp;guage</source>
            <translation>&amp;Sprache</translation>
        </message>
        <message>
            <source>Light</source>
            <translation>Hell</translation>
        </message>
        <message>
            <source>Mod&amp;els…</source>
            <translation>Mod&amp;elle…</translation>
        </message>
        <message>
            <source>Never use the network</source>
            <translation>Das Netzwerk nie benutzen</translation>
        </message>
        <message>
            <source>Open everything in one window</source>
            <translation>Alles in einem Fenster öffnen</translation>
        </message>
        <message>
            <source>Remember recent pictures</source>
            <translation>Zuletzt verwendete Bilder merken</translation>
        </message>
        <message>
            <source>Settings</source>
            <translation>Einstellungen</translation>
        </message>
        <message>
            <source>System</source>
            <translation>Wie das System</translation>
        </message>
        <message>
            <source>This is no address of a server.</source>
            <translation>Das ist keine Adresse eines Servers.</translation>
        </message>
    </context>
    <context>
        <name>SortDialog</name>
        <message>
            <source>&amp;Back</source>
            <translation>&amp;Zurück</translation>
        </message>
        <message>
            <source>&amp;Earlier sorts…</source>
            <translation>&amp;Frühere Sortierungen…</translation>
        </message>
        <message>
            <source>Cancel</source>
            <translation>Abbrechen</translation>
        </message>
        <message>
            <source>Looking at the pictures…</source>
            <translation>Bilder werden angesehen…</translation>
        </message>
        <message>
            <source>Make &amp;plan</source>
            <translation>&amp;Plan erstellen</translation>
        </message>
        <message>
            <source>Plan of %1</source>
            <translation>Plan von %1</translation>
        </message>
        <message>
            <source>Save plan</source>
            <translation>Plan speichern</translation>
        </message>
        <message>
            <source>Sort into folders</source>
            <translation>In Ordner sortieren</translation>
        </message>
        <message>
            <source>Writing the plan…</source>
            <translation>Plan wird geschrieben…</translation>
        </message>
    </context>
    <context>
        <name>SortOptions</name>
        <message>
            <source>%1 sorted</source>
            <translation>%1 sortiert</translation>
        </message>
        <message>
            <source>&amp;Browse…</source>
            <translation>&amp;Durchsuchen…</translation>
        </message>
        <message>
            <source>&amp;Folders by</source>
            <translation>&amp;Ordner nach</translation>
        </message>
        <message>
            <source>&amp;How</source>
            <translation>&amp;Wie</translation>
        </message>
        <message>
            <source>&amp;Into</source>
            <translation>&amp;Nach</translation>
        </message>
        <message>
            <source>&amp;Not classified</source>
            <translation>Nicht &amp;klassifizierte</translation>
        </message>
        <message>
            <source>&amp;Unknown ones</source>
            <translation>&amp;Unbekannte</translation>
        </message>
        <message>
            <source>Folder to sort into</source>
            <translation>Zielordner der Sortierung</translation>
        </message>
        <message>
            <source>Into a folder of their own</source>
            <translation>In einen eigenen Ordner</translation>
        </message>
        <message>
            <source>Left where they are</source>
            <translation>Bleiben, wo sie sind</translation>
        </message>
        <message>
            <source>Name the folder with its whole path, or browse for it.</source>
            <translation>Geben Sie den Ordner mit seinem ganzen Pfad an, oder suchen Sie ihn.</translation>
        </message>
        <message>
            <source>Names of the folders</source>
            <translation>Namen der Ordner</translation>
        </message>
        <message>
            <source>Pictures</source>
            <translation>Bilder</translation>
        </message>
        <message>
            <source>Sort into</source>
            <translation>Sortieren nach</translation>
        </message>
    </context>
    <context>
        <name>SortProgress</name>
        <message>
            <source>Getting ready…</source>
            <translation>Wird vorbereitet…</translation>
        </message>
        <message>
            <source>Progress</source>
            <translation>Fortschritt</translation>
        </message>
        <message>
            <source>Stopping…</source>
            <translation>Wird gestoppt…</translation>
        </message>
        <message>
            <source>You can stop at any time: nothing of a half copy stays, and then all can go on or be undone.</source>
            <translation>Sie können jederzeit stoppen: Von einer halben Kopie bleibt nichts, und danach kann alles fortgesetzt oder rückgängig gemacht werden.</translation>
        </message>
    </context>
    <context>
        <name>SortResult</name>
        <message>
            <source>Files that were left alone, and why</source>
            <translation>Dateien, die unangetastet blieben, und warum</translation>
        </message>
    </context>
    <context>
        <name>SortWorkDialog</name>
        <message>
            <source>&amp;Continue</source>
            <translation>&amp;Fortsetzen</translation>
        </message>
        <message>
            <source>&amp;Stop</source>
            <translation>&amp;Stopp</translation>
        </message>
        <message>
            <source>&amp;Undo</source>
            <translation>&amp;Rückgängig</translation>
        </message>
        <message>
            <source>Cancel</source>
            <translation>Abbrechen</translation>
        </message>
        <message>
            <source>Close</source>
            <translation>Schließen</translation>
        </message>
        <message>
            <source>No program was found that could show it: %1</source>
            <translation>Es wurde kein Programm gefunden, das es zeigen könnte: %1</translation>
        </message>
        <message>
            <source>Show &amp;folder</source>
            <translation>Ordner &amp;zeigen</translation>
        </message>
    </context>
    <context>
        <name>Sorting</name>
        <message>
            <source> or </source>
            <translation> oder </translation>
        </message>
        <message>
            <source>%1 left</source>
            <translation>%1 übrig</translation>
        </message>
        <message>
            <source>%1 of %2</source>
            <translation>%1 von %2</translation>
        </message>
        <message>
            <source>%1 of %2 files</source>
            <translation>%1 von %2 Dateien</translation>
        </message>
        <message numerus="yes">
            <source>%Ln companions (sidecars, RAW) go along.</source>
            <translation>
                <numerusform>%Ln Begleitdatei (Sidecar oder RAW) kommt mit.</numerusform>
                <numerusform>%Ln Begleitdateien (Sidecars, RAW) kommen mit.</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%Ln files are back where they were.</source>
            <translation>
                <numerusform>%Ln Datei ist wieder, wo sie war.</numerusform>
                <numerusform>%Ln Dateien sind wieder, wo sie waren.</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%Ln files could not be brought back and stay where they are:</source>
            <translation>
                <numerusform>%Ln Datei konnte nicht zurückgebracht werden und bleibt, wo sie ist:</numerusform>
                <numerusform>%Ln Dateien konnten nicht zurückgebracht werden und bleiben, wo sie sind:</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%Ln files could not be sorted and are where they were:</source>
            <translation>
                <numerusform>%Ln Datei konnte nicht sortiert werden und ist, wo sie war:</numerusform>
                <numerusform>%Ln Dateien konnten nicht sortiert werden und sind, wo sie waren:</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%Ln files were copied into “%1”.</source>
            <translation>
                <numerusform>%Ln Datei wurde nach „%1“ kopiert.</numerusform>
                <numerusform>%Ln Dateien wurden nach „%1“ kopiert.</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%Ln files were left alone so far</source>
            <translation>
                <numerusform>%Ln Datei blieb bisher unangetastet</numerusform>
                <numerusform>%Ln Dateien blieben bisher unangetastet</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%Ln files were linked into “%1”.</source>
            <translation>
                <numerusform>%Ln Datei wurde nach „%1“ verknüpft.</numerusform>
                <numerusform>%Ln Dateien wurden nach „%1“ verknüpft.</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%Ln files were moved into “%1”.</source>
            <translation>
                <numerusform>%Ln Datei wurde nach „%1“ verschoben.</numerusform>
                <numerusform>%Ln Dateien wurden nach „%1“ verschoben.</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%Ln files were not removed and stay where they are:</source>
            <translation>
                <numerusform>%Ln Datei wurde nicht entfernt und bleibt, wo sie ist:</numerusform>
                <numerusform>%Ln Dateien wurden nicht entfernt und bleiben, wo sie sind:</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%Ln files were removed again.</source>
            <translation>
                <numerusform>%Ln Datei wurde wieder entfernt.</numerusform>
                <numerusform>%Ln Dateien wurden wieder entfernt.</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%Ln folders</source>
            <translation>
                <numerusform>%Ln Ordner</numerusform>
                <numerusform>%Ln Ordner</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%Ln more…</source>
            <translation>
                <numerusform>%Ln weitere…</numerusform>
                <numerusform>%Ln weitere…</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%Ln pictures get a number behind their names, because these are taken.</source>
            <translation>
                <numerusform>%Ln Bild bekommt eine Nummer hinter den Namen, weil der Name vergeben ist.</numerusform>
                <numerusform>%Ln Bilder bekommen eine Nummer hinter den Namen, weil die Namen vergeben sind.</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%Ln pictures stay where they are, each because %1.</source>
            <translation>
                <numerusform>%Ln Bild bleibt, wo es ist: %1.</numerusform>
                <numerusform>%Ln Bilder bleiben, wo sie sind: %1.</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%Ln pictures%1 will be copied into %2.</source>
            <translation>
                <numerusform>%Ln Bild%1 wird in %2 kopiert.</numerusform>
                <numerusform>%Ln Bilder%1 werden in %2 kopiert.</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%Ln pictures%1 will be linked into %2.</source>
            <translation>
                <numerusform>%Ln Bild%1 wird in %2 verknüpft.</numerusform>
                <numerusform>%Ln Bilder%1 werden in %2 verknüpft.</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%Ln pictures%1 will be moved into %2.</source>
            <translation>
                <numerusform>%Ln Bild%1 wird in %2 verschoben.</numerusform>
                <numerusform>%Ln Bilder%1 werden in %2 verschoben.</numerusform>
            </translation>
        </message>
        <message>
            <source>&amp;Copy %1</source>
            <translation>%1 &amp;kopieren</translation>
        </message>
        <message>
            <source>&amp;Link %1</source>
            <translation>%1 &amp;verknüpfen</translation>
        </message>
        <message>
            <source>&amp;Move %1</source>
            <translation>%1 &amp;verschieben</translation>
        </message>
        <message>
            <source>A picture’s class is “unknown” if even the likeliest one has less than %1, as the table is set now.</source>
            <translation>Die Klasse eines Bildes ist „unbekannt“, wenn selbst die wahrscheinlichste weniger als %1 hat, wie die Tabelle jetzt eingestellt ist.</translation>
        </message>
        <message>
            <source>As written below</source>
            <translation>Wie unten angegeben</translation>
        </message>
        <message>
            <source>Class</source>
            <translation>Klasse</translation>
        </message>
        <message>
            <source>Copy</source>
            <translation>Kopieren</translation>
        </message>
        <message>
            <source>Copying into “%1”…</source>
            <translation>Wird nach „%1“ kopiert…</translation>
        </message>
        <message>
            <source>Each file appears in both places and takes no more room. This works on one drive only.</source>
            <translation>Jede Datei erscheint an beiden Stellen und braucht keinen weiteren Platz. Das geht nur auf demselben Laufwerk.</translation>
        </message>
        <message>
            <source>Folder it comes from, then class</source>
            <translation>Bisheriger Ordner, dann Klasse</translation>
        </message>
        <message>
            <source>For instance: %1</source>
            <translation>Zum Beispiel: %1</translation>
        </message>
        <message>
            <source>For instance: %1 stays where it is, because %2.</source>
            <translation>Zum Beispiel bleibt %1, wo es ist. Der Grund: %2.</translation>
        </message>
        <message>
            <source>Hard links</source>
            <translation>Harte Verknüpfungen</translation>
        </message>
        <message>
            <source>Left where they are</source>
            <translation>Bleiben, wo sie sind</translation>
        </message>
        <message>
            <source>Making links in “%1”…</source>
            <translation>Wird nach „%1“ verknüpft…</translation>
        </message>
        <message>
            <source>Move</source>
            <translation>Verschieben</translation>
        </message>
        <message>
            <source>Moving into “%1”…</source>
            <translation>Wird nach „%1“ verschoben…</translation>
        </message>
        <message>
            <source>Sorting “%1” was interrupted.</source>
            <translation>Das Sortieren von „%1“ wurde unterbrochen.</translation>
        </message>
        <message>
            <source>Stopped.</source>
            <translation>Gestoppt.</translation>
        </message>
        <message>
            <source>Such folders cannot be made. They may be named with {label}, {source}, {year}, {month} and {day}.</source>
            <translation>Solche Ordner lassen sich nicht anlegen. Ihre Namen dürfen {label}, {source}, {year}, {month} und {day} enthalten.</translation>
        </message>
        <message>
            <source>The folders lie in “%1”; later runs skip them.</source>
            <translation>Die Ordner liegen in „%1“; spätere Läufe übergehen sie.</translation>
        </message>
        <message>
            <source>The originals stay as they are, and the copies take as much room again.</source>
            <translation>Die Originale bleiben, wie sie sind, und die Kopien brauchen noch einmal so viel Platz.</translation>
        </message>
        <message>
            <source>The pictures leave their folders. What is known of them goes along, and it can be undone.</source>
            <translation>Die Bilder verlassen ihre Ordner. Was über sie bekannt ist, kommt mit, und alles lässt sich rückgängig machen.</translation>
        </message>
        <message>
            <source>The plan was written to “%1”.</source>
            <translation>Der Plan wurde in „%1“ geschrieben.</translation>
        </message>
        <message>
            <source>The rest is still where it was sorted to. Undoing can go on now or later.</source>
            <translation>Der Rest ist noch dort, wohin er sortiert wurde. Das Rückgängigmachen kann jetzt oder später weitergehen.</translation>
        </message>
        <message>
            <source>The rest is where it was. It can go on, or be undone, now or later.</source>
            <translation>Der Rest ist, wo er war. Es kann jetzt oder später fortgesetzt oder rückgängig gemacht werden.</translation>
        </message>
        <message>
            <source>There is nothing to sort.</source>
            <translation>Es gibt nichts zu sortieren.</translation>
        </message>
        <message>
            <source>Undoing the sort of “%1” was interrupted.</source>
            <translation>Das Rückgängigmachen der Sortierung von „%1“ wurde unterbrochen.</translation>
        </message>
        <message>
            <source>Undoing what was sorted into “%1”…</source>
            <translation>Die Sortierung nach „%1“ wird rückgängig gemacht…</translation>
        </message>
        <message>
            <source>Whatsit’s results do not know yet where these pictures are: %1</source>
            <translation>Whatsits Ergebnisse wissen noch nicht, wo diese Bilder sind: %1</translation>
        </message>
        <message>
            <source>Year and month, then class</source>
            <translation>Jahr und Monat, dann Klasse</translation>
        </message>
        <message>
            <source>complete</source>
            <translation>vollständig</translation>
        </message>
        <message>
            <source>goes along with its picture</source>
            <translation>kommt mit seinem Bild mit</translation>
        </message>
        <message>
            <source>half undone</source>
            <translation>halb rückgängig</translation>
        </message>
        <message>
            <source>interrupted</source>
            <translation>unterbrochen</translation>
        </message>
        <message>
            <source>under way</source>
            <translation>im Gange</translation>
        </message>
        <message>
            <source>undone</source>
            <translation>rückgängig gemacht</translation>
        </message>
        <message>
            <source>undone, but for some</source>
            <translation>bis auf einige rückgängig gemacht</translation>
        </message>
        <message>
            <source>{label} is the class, {source} the folder that the picture comes from, {year}, {month} and {day} when the file was changed last. A slash makes a folder in a folder.</source>
            <translation>{label} ist die Klasse, {source} der bisherige Ordner des Bildes; {year}, {month} und {day} sagen, wann die Datei zuletzt geändert wurde. Ein Schrägstrich ergibt einen Ordner im Ordner.</translation>
        </message>
        <message>
            <source>“%1” was not written.</source>
            <translation>„%1“ wurde nicht geschrieben.</translation>
        </message>
    </context>
    <context>
        <name>SortsDialog</name>
        <message>
            <source>&amp;Continue</source>
            <translation>&amp;Fortsetzen</translation>
        </message>
        <message>
            <source>&amp;Undo</source>
            <translation>&amp;Rückgängig</translation>
        </message>
        <message>
            <source>Close</source>
            <translation>Schließen</translation>
        </message>
        <message>
            <source>Show &amp;folder</source>
            <translation>Ordner &amp;zeigen</translation>
        </message>
        <message>
            <source>Sorts</source>
            <translation>Sortierungen</translation>
        </message>
    </context>
    <context>
        <name>SortsModel</name>
        <message>
            <source>Begun</source>
            <translation>Begonnen</translation>
        </message>
        <message>
            <source>Files</source>
            <translation>Dateien</translation>
        </message>
        <message>
            <source>Into</source>
            <translation>Nach</translation>
        </message>
        <message>
            <source>Run</source>
            <translation>Lauf</translation>
        </message>
        <message>
            <source>State</source>
            <translation>Status</translation>
        </message>
    </context>
    <context>
        <name>StatusLine</name>
        <message>
            <source>Classifying… %1 of %2</source>
            <translation>Wird klassifiziert… %1 von %2</translation>
        </message>
        <message>
            <source>Device: %1</source>
            <translation>Gerät: %1</translation>
        </message>
        <message>
            <source>Loading %1…</source>
            <translation>%1 wird geladen…</translation>
        </message>
        <message>
            <source>Looking for pictures…</source>
            <translation>Bilder werden gesucht…</translation>
        </message>
        <message>
            <source>No model is loaded</source>
            <translation>Kein Modell ist geladen</translation>
        </message>
        <message>
            <source>Progress</source>
            <translation>Fortschritt</translation>
        </message>
        <message>
            <source>Stop</source>
            <translation>Stopp</translation>
        </message>
        <message>
            <source>Stopping… %1 of %2</source>
            <translation>Wird gestoppt… %1 von %2</translation>
        </message>
    </context>
    <context>
        <name>TagDialog</name>
        <message>
            <source>&amp;Classes per picture</source>
            <translation>&amp;Klassen pro Bild</translation>
        </message>
        <message>
            <source>&amp;Files</source>
            <translation>&amp;Dateien</translation>
        </message>
        <message>
            <source>&amp;Take away the tags that Whatsit wrote</source>
            <translation>Von Whatsit geschriebene Schlagwörter &amp;entfernen</translation>
        </message>
        <message>
            <source>&amp;Write tags</source>
            <translation>Schlagwörter schrei&amp;ben</translation>
        </message>
        <message>
            <source>Only classes of at least %1 become tags.</source>
            <translation>Nur Klassen mit mindestens %1 werden zu Schlagwörtern.</translation>
        </message>
        <message>
            <source>Pictures</source>
            <translation>Bilder</translation>
        </message>
        <message>
            <source>Tag the others as “&amp;unknown”</source>
            <translation>Die übrigen als „&amp;unbekannt“ kennzeichnen</translation>
        </message>
        <message>
            <source>Tags</source>
            <translation>Schlagwörter</translation>
        </message>
        <message>
            <source>Take a&amp;way</source>
            <translation>Ent&amp;fernen</translation>
        </message>
        <message>
            <source>Taking tags away…</source>
            <translation>Schlagwörter werden entfernt…</translation>
        </message>
        <message>
            <source>The pictures themselves are never changed: tags go into small XMP files beside them.</source>
            <translation>Die Bilder selbst werden nie verändert: Schlagwörter kommen in kleine XMP-Dateien daneben.</translation>
        </message>
        <message>
            <source>What to do</source>
            <translation>Was zu tun ist</translation>
        </message>
        <message>
            <source>Write the classes as ta&amp;gs</source>
            <translation>Die Klassen als Schlagwörter &amp;schreiben</translation>
        </message>
        <message>
            <source>Writing tags…</source>
            <translation>Schlagwörter werden geschrieben…</translation>
        </message>
    </context>
    <context>
        <name>TagResult</name>
        <message>
            <source>Pictures that could not be changed, and why</source>
            <translation>Bilder, die nicht geändert werden konnten, und warum</translation>
        </message>
    </context>
    <context>
        <name>Tags</name>
        <message numerus="yes">
            <source>%Ln are unknown and were not tagged.</source>
            <translation>
                <numerusform>%Ln ist unbekannt und bekam kein Schlagwort.</numerusform>
                <numerusform>%Ln sind unbekannt und bekamen keine Schlagwörter.</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%Ln could not be changed:</source>
            <translation>
                <numerusform>%Ln konnte nicht geändert werden:</numerusform>
                <numerusform>%Ln konnten nicht geändert werden:</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%Ln could not be classified.</source>
            <translation>
                <numerusform>%Ln konnte nicht klassifiziert werden.</numerusform>
                <numerusform>%Ln konnten nicht klassifiziert werden.</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%Ln had no tags of Whatsit.</source>
            <translation>
                <numerusform>%Ln hatte keine Schlagwörter von Whatsit.</numerusform>
                <numerusform>%Ln hatten keine Schlagwörter von Whatsit.</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%Ln had the right tags already.</source>
            <translation>
                <numerusform>%Ln hatte schon die richtigen Schlagwörter.</numerusform>
                <numerusform>%Ln hatten schon die richtigen Schlagwörter.</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%Ln pictures were tagged.</source>
            <translation>
                <numerusform>%Ln Bild bekam Schlagwörter.</numerusform>
                <numerusform>%Ln Bilder bekamen Schlagwörter.</numerusform>
            </translation>
        </message>
        <message>
            <source>Another Whatsit is writing tags. Try again when it is done.</source>
            <translation>Ein anderes Whatsit schreibt gerade Schlagwörter. Versuchen Sie es erneut, wenn es fertig ist.</translation>
        </message>
        <message>
            <source>Tagging was stopped. What was written stays, and doing the same again goes on.</source>
            <translation>Das Schreiben wurde gestoppt. Was geschrieben ist, bleibt; dasselbe noch einmal zu tun setzt es fort.</translation>
        </message>
        <message>
            <source>Taking tags away was stopped. All files are whole, and doing the same again goes on.</source>
            <translation>Das Entfernen wurde gestoppt. Alle Dateien sind unversehrt; dasselbe noch einmal zu tun setzt es fort.</translation>
        </message>
        <message>
            <source>The list of what Whatsit wrote cannot be used (%1), and without it nothing is written.</source>
            <translation>Die Liste dessen, was Whatsit geschrieben hat, ist nicht benutzbar (%1), und ohne sie wird nichts geschrieben.</translation>
        </message>
        <message>
            <source>The list of what Whatsit wrote was damaged; it lies at %1 now. What was written before stays.</source>
            <translation>Die Liste dessen, was Whatsit geschrieben hat, war beschädigt; sie liegt jetzt unter %1. Was früher geschrieben wurde, bleibt.</translation>
        </message>
        <message numerus="yes">
            <source>The tags of %Ln pictures were taken away.</source>
            <translation>
                <numerusform>Die Schlagwörter von %Ln Bild wurden entfernt.</numerusform>
                <numerusform>Die Schlagwörter von %Ln Bildern wurden entfernt.</numerusform>
            </translation>
        </message>
        <message>
            <source>cat.jpg.xmp, for digiKam, darktable and most others</source>
            <translation>cat.jpg.xmp, für digiKam, darktable und die meisten anderen</translation>
        </message>
        <message>
            <source>cat.xmp, for Adobe’s programs</source>
            <translation>cat.xmp, für die Programme von Adobe</translation>
        </message>
    </context>
    <context>
        <name>TaskDialog</name>
        <message>
            <source>Close</source>
            <translation>Schließen</translation>
        </message>
        <message>
            <source>Something went wrong inside Whatsit.</source>
            <translation>In Whatsit ist ein Fehler aufgetreten.</translation>
        </message>
    </context>
    <context>
        <name>Threshold</name>
        <message>
            <source>A picture whose likeliest class has less than this is called unknown.</source>
            <translation>Ein Bild, dessen wahrscheinlichste Klasse weniger als dies hat, heißt unbekannt.</translation>
        </message>
        <message>
            <source>Least probability</source>
            <translation>Mindestwahrscheinlichkeit</translation>
        </message>
        <message>
            <source>below: unknown</source>
            <translation>darunter: unbekannt</translation>
        </message>
    </context>
    <context>
        <name>ToolBar</name>
        <message>
            <source>Device</source>
            <translation>Gerät</translation>
        </message>
        <message>
            <source>Model</source>
            <translation>Modell</translation>
        </message>
        <message>
            <source>Models…</source>
            <translation>Modelle…</translation>
        </message>
        <message>
            <source>Tools</source>
            <translation>Werkzeuge</translation>
        </message>
    </context>
    <context>
        <name>UpdateDialog</name>
        <message>
            <source>Open page…</source>
            <translation>Seite öffnen…</translation>
        </message>
        <message>
            <source>Progress</source>
            <translation>Fortschritt</translation>
        </message>
        <message>
            <source>Something went wrong inside Whatsit.</source>
            <translation>In Whatsit ist ein Fehler aufgetreten.</translation>
        </message>
        <message>
            <source>Updates</source>
            <translation>Neuere Version</translation>
        </message>
    </context>
    <context>
        <name>Updates</name>
        <message>
            <source>%1 cannot be reached</source>
            <translation>%1 ist nicht zu erreichen</translation>
        </message>
        <message>
            <source>%1 has no answer</source>
            <translation>%1 hat keine Antwort</translation>
        </message>
        <message>
            <source>%1 leads in circles, or on to an address without encryption</source>
            <translation>%1 führt im Kreis oder weiter zu einer Adresse ohne Verschlüsselung</translation>
        </message>
        <message>
            <source>%1 sent too much</source>
            <translation>%1 hat zu viel geschickt</translation>
        </message>
        <message>
            <source>%1 took too long</source>
            <translation>%1 hat zu lange gebraucht</translation>
        </message>
        <message>
            <source>Asking %1…</source>
            <translation>%1 wird gefragt…</translation>
        </message>
        <message>
            <source>There is a newer version, Whatsit %1. This is %2.</source>
            <translation>Es gibt eine neuere Version, Whatsit %1. Dies ist %2.</translation>
        </message>
        <message>
            <source>There is no newer version. This is Whatsit %1.</source>
            <translation>Es gibt keine neuere Version. Dies ist Whatsit %1.</translation>
        </message>
        <message>
            <source>Whether there is a newer version is not known: %1.</source>
            <translation>Ob es eine neuere Version gibt, ist nicht bekannt: %1.</translation>
        </message>
        <message>
            <source>a library is missing or damaged</source>
            <translation>eine Bibliothek fehlt oder ist beschädigt</translation>
        </message>
        <message>
            <source>the connection to %1 cannot be trusted</source>
            <translation>der Verbindung zu %1 ist nicht zu trauen</translation>
        </message>
        <message>
            <source>what %1 sent makes no sense</source>
            <translation>was %1 geschickt hat, ergibt keinen Sinn</translation>
        </message>
    </context>
    <context>
        <name>Views</name>
        <message>
            <source>%1 of %2</source>
            <translation>%1 von %2</translation>
        </message>
    </context>
    <context>
        <name>Waiting</name>
        <message>
            <source>Progress</source>
            <translation>Fortschritt</translation>
        </message>
    </context>
    <context>
        <name>Wording</name>
        <message>
            <source>%1 %</source>
            <translation>%1 %</translation>
        </message>
        <message>
            <source>%1 ms</source>
            <translation>%1 ms</translation>
        </message>
        <message>
            <source>%1 s</source>
            <translation>%1 s</translation>
        </message>
        <message>
            <source>%1, %2 per cent, %3 of %4</source>
            <translation>%1, %2 Prozent, %3 von %4</translation>
        </message>
        <message numerus="yes">
            <source>%Ln could not be classified</source>
            <translation>
                <numerusform>%Ln konnte nicht klassifiziert werden</numerusform>
                <numerusform>%Ln konnten nicht klassifiziert werden</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%Ln pictures</source>
            <translation>
                <numerusform>%Ln Bild</numerusform>
                <numerusform>%Ln Bilder</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%Ln pictures were taken off the list. The files are where they were.</source>
            <translation>
                <numerusform>Das Bild wurde von der Liste genommen. Seine Datei ist, wo sie war.</numerusform>
                <numerusform>%Ln Bilder wurden von der Liste genommen. Die Dateien sind, wo sie waren.</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%Ln selected</source>
            <translation>
                <numerusform>%Ln ausgewählt</numerusform>
                <numerusform>%Ln ausgewählt</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%Ln stopped</source>
            <translation>
                <numerusform>%Ln gestoppt</numerusform>
                <numerusform>%Ln gestoppt</numerusform>
            </translation>
        </message>
        <message>
            <source>A folder can no longer be reached; connect it again, and the same goes on from there</source>
            <translation>Ein Ordner ist nicht mehr erreichbar; verbinden Sie ihn wieder, dann geht dasselbe von dort weiter</translation>
        </message>
        <message>
            <source>A folder is gone or empty although pictures in it are known; connect its drive, or continue all the same</source>
            <translation>Ein Ordner ist weg oder leer, obwohl Bilder darin bekannt sind; verbinden Sie sein Laufwerk, oder fahren Sie trotzdem fort</translation>
        </message>
        <message>
            <source>A library that Whatsit needs could not be loaded; install Whatsit again</source>
            <translation>Eine Bibliothek, die Whatsit braucht, konnte nicht geladen werden; installieren Sie Whatsit neu</translation>
        </message>
        <message>
            <source>A sort into this folder is unfinished; go on with it or undo it first</source>
            <translation>Eine Sortierung in diesen Ordner ist nicht fertig; setzen Sie sie zuerst fort, oder machen Sie sie rückgängig</translation>
        </message>
        <message>
            <source>Another program holds the results for too long; try again</source>
            <translation>Ein anderes Programm hält die Ergebnisse zu lange fest; versuchen Sie es erneut</translation>
        </message>
        <message>
            <source>Another sort into this folder is under way; wait for it</source>
            <translation>Eine andere Sortierung in diesen Ordner ist im Gange; warten Sie auf sie</translation>
        </message>
        <message>
            <source>Choose another device or model, and classify it again.</source>
            <translation>Wählen Sie ein anderes Gerät oder Modell, und klassifizieren Sie es erneut.</translation>
        </message>
        <message>
            <source>Class</source>
            <translation>Klasse</translation>
        </message>
        <message>
            <source>Close other programs and classify it again, or save a smaller copy of it.</source>
            <translation>Schließen Sie andere Programme und klassifizieren Sie es erneut, oder speichern Sie eine kleinere Kopie davon.</translation>
        </message>
        <message>
            <source>Copy it again from where it came.</source>
            <translation>Kopieren Sie es erneut von dort, woher es kam.</translation>
        </message>
        <message>
            <source>Could not be classified: %1</source>
            <translation>Konnte nicht klassifiziert werden: %1</translation>
        </message>
        <message>
            <source>Could not be shown: %1</source>
            <translation>Konnte nicht gezeigt werden: %1</translation>
        </message>
        <message numerus="yes">
            <source>Fetching %Ln pictures…</source>
            <translation>
                <numerusform>%Ln Bild wird geholt…</numerusform>
                <numerusform>%Ln Bilder werden geholt…</numerusform>
            </translation>
        </message>
        <message>
            <source>Fetching from %1…</source>
            <translation>Wird von %1 geholt…</translation>
        </message>
        <message>
            <source>Folder</source>
            <translation>Ordner</translation>
        </message>
        <message>
            <source>If another program can open it, save it there as JPEG or PNG.</source>
            <translation>Wenn ein anderes Programm es öffnen kann, speichern Sie es dort als JPEG oder PNG.</translation>
        </message>
        <message>
            <source>It may have been moved or renamed. Drop it again from where it is now.</source>
            <translation>Vielleicht wurde es verschoben oder umbenannt. Legen Sie es erneut von dort ab, wo es jetzt ist.</translation>
        </message>
        <message>
            <source>Name</source>
            <translation>Name</translation>
        </message>
        <message>
            <source>Not all could be undone; see to what is in the way and undo again</source>
            <translation>Nicht alles konnte rückgängig gemacht werden; räumen Sie aus dem Weg, was stört, und machen Sie es erneut rückgängig</translation>
        </message>
        <message>
            <source>Nothing can be written into this folder; name another, or give yourself the right to</source>
            <translation>In diesen Ordner kann nichts geschrieben werden; nennen Sie einen anderen, oder geben Sie sich das Recht dazu</translation>
        </message>
        <message>
            <source>Only files, and folders of files, can be classified.</source>
            <translation>Nur Dateien und Ordner mit Dateien lassen sich klassifizieren.</translation>
        </message>
        <message>
            <source>Probability</source>
            <translation>Wahrscheinlichkeit</translation>
        </message>
        <message>
            <source>Save a smaller copy of it, or raise the limit in the settings.</source>
            <translation>Speichern Sie eine kleinere Kopie davon, oder erhöhen Sie die Grenze in den Einstellungen.</translation>
        </message>
        <message>
            <source>See whether you may open it and its disk is connected; then classify it again.</source>
            <translation>Prüfen Sie, ob Sie es öffnen dürfen und sein Datenträger verbunden ist; klassifizieren Sie es dann erneut.</translation>
        </message>
        <message numerus="yes">
            <source>Select at most %Ln pictures to open or show them elsewhere.</source>
            <translation>
                <numerusform>Wählen Sie höchstens %Ln Bild aus, um es anderswo zu öffnen oder zu zeigen.</numerusform>
                <numerusform>Wählen Sie höchstens %Ln Bilder aus, um sie anderswo zu öffnen oder zu zeigen.</numerusform>
            </translation>
        </message>
        <message>
            <source>Something went wrong inside Whatsit</source>
            <translation>In Whatsit ist ein Fehler aufgetreten</translation>
        </message>
        <message>
            <source>State</source>
            <translation>Status</translation>
        </message>
        <message>
            <source>The device ran out of memory. The work goes on on the CPU.</source>
            <translation>Dem Gerät ging der Speicher aus. Die Arbeit geht auf der CPU weiter.</translation>
        </message>
        <message>
            <source>The device ran out of memory. The work goes on with smaller batches.</source>
            <translation>Dem Gerät ging der Speicher aus. Die Arbeit geht in kleineren Stapeln weiter.</translation>
        </message>
        <message>
            <source>The device stopped working; nothing is lost, try again or choose the CPU</source>
            <translation>Das Gerät arbeitet nicht mehr; nichts ist verloren, versuchen Sie es erneut, oder wählen Sie die CPU</translation>
        </message>
        <message>
            <source>The file of this model does not fit its network; add or download the model again</source>
            <translation>Die Datei dieses Modells passt nicht zu seinem Netz; fügen Sie das Modell neu hinzu oder laden Sie es neu herunter</translation>
        </message>
        <message>
            <source>The file of this model is damaged and was not used; add or download the model again</source>
            <translation>Die Datei dieses Modells ist beschädigt und wurde nicht verwendet; fügen Sie das Modell neu hinzu oder laden Sie es neu herunter</translation>
        </message>
        <message>
            <source>The file of this model is gone; put it back, or add or download the model again</source>
            <translation>Die Datei dieses Modells ist nicht mehr da; legen Sie sie zurück, oder fügen Sie das Modell neu hinzu oder laden Sie es neu herunter</translation>
        </message>
        <message>
            <source>The files cannot be put there; see to it and try again</source>
            <translation>Die Dateien lassen sich dort nicht ablegen; beheben Sie das, und versuchen Sie es erneut</translation>
        </message>
        <message>
            <source>The journal of the sort cannot be read or written; see to it and try again</source>
            <translation>Das Journal der Sortierung kann nicht gelesen oder geschrieben werden; beheben Sie das, und versuchen Sie es erneut</translation>
        </message>
        <message>
            <source>The log has the details.</source>
            <translation>Einzelheiten stehen im Protokoll.</translation>
        </message>
        <message>
            <source>The model of this run can no longer be had; begin a new run</source>
            <translation>Das Modell dieses Laufs gibt es nicht mehr; beginnen Sie einen neuen Lauf</translation>
        </message>
        <message>
            <source>The model of this run, as it was, can no longer be had; begin a new run of the same folders</source>
            <translation>Das Modell dieses Laufs gibt es so, wie es war, nicht mehr; beginnen Sie einen neuen Lauf mit denselben Ordnern</translation>
        </message>
        <message>
            <source>The model’s weights are damaged and were not used; install Whatsit again</source>
            <translation>Die Gewichte des Modells sind beschädigt und wurden nicht benutzt; installieren Sie Whatsit neu</translation>
        </message>
        <message>
            <source>The model’s weights are missing; install Whatsit again</source>
            <translation>Die Gewichte des Modells fehlen; installieren Sie Whatsit neu</translation>
        </message>
        <message>
            <source>The results are damaged; run the same again</source>
            <translation>Die Ergebnisse sind beschädigt; beginnen Sie denselben Lauf erneut</translation>
        </message>
        <message>
            <source>The results cannot be kept; choose another store, or none</source>
            <translation>Die Ergebnisse können nicht aufbewahrt werden; wählen Sie einen anderen Speicherort oder keinen</translation>
        </message>
        <message>
            <source>The results cannot be read</source>
            <translation>Die Ergebnisse können nicht gelesen werden</translation>
        </message>
        <message>
            <source>The results were kept by a newer Whatsit; open them with that one</source>
            <translation>Die Ergebnisse stammen von einem neueren Whatsit; öffnen Sie sie mit diesem</translation>
        </message>
        <message>
            <source>The results were kept by a newer Whatsit; use that one, or another store</source>
            <translation>Die Ergebnisse stammen von einem neueren Whatsit; benutzen Sie dieses oder einen anderen Speicherort</translation>
        </message>
        <message>
            <source>The settings say that the network is never used.</source>
            <translation>Nach den Einstellungen wird das Netzwerk nie benutzt.</translation>
        </message>
        <message>
            <source>The source of this model tells the SHA-256 of its file only on its page; give it, and the file is proved</source>
            <translation>Die Quelle dieses Modells nennt die SHA-256-Prüfsumme seiner Datei nur auf ihrer Seite; geben Sie sie an, dann wird die Datei geprüft</translation>
        </message>
        <message>
            <source>The undoing of this sort is unfinished; undo it to the end</source>
            <translation>Diese Sortierung ist erst teilweise rückgängig gemacht; machen Sie sie ganz rückgängig</translation>
        </message>
        <message>
            <source>There are no pictures in these folders.</source>
            <translation>In diesen Ordnern sind keine Bilder.</translation>
        </message>
        <message>
            <source>There are no pictures in “%1”.</source>
            <translation>In „%1“ sind keine Bilder.</translation>
        </message>
        <message>
            <source>There is no room left to keep results; make room, and the same goes on from there</source>
            <translation>Es ist kein Platz mehr für Ergebnisse; schaffen Sie Platz, dann geht dasselbe von dort weiter</translation>
        </message>
        <message>
            <source>There is no room left to read the results; make room and try again</source>
            <translation>Es ist kein Platz mehr, um die Ergebnisse zu lesen; schaffen Sie Platz, und versuchen Sie es erneut</translation>
        </message>
        <message>
            <source>There is no sort to undo</source>
            <translation>Es gibt keine Sortierung, die rückgängig zu machen wäre</translation>
        </message>
        <message>
            <source>There is no such model</source>
            <translation>Ein solches Modell gibt es nicht</translation>
        </message>
        <message>
            <source>There is no such sort</source>
            <translation>Eine solche Sortierung gibt es nicht</translation>
        </message>
        <message>
            <source>There is not enough memory for this; close other programs and try again</source>
            <translation>Dafür reicht der Speicher nicht; schließen Sie andere Programme, und versuchen Sie es erneut</translation>
        </message>
        <message>
            <source>There is not enough room there; make room and try again</source>
            <translation>Dort ist nicht genug Platz; schaffen Sie Platz, und versuchen Sie es erneut</translation>
        </message>
        <message>
            <source>This device cannot be used; choose another, or “Automatic”</source>
            <translation>Dieses Gerät ist nicht benutzbar; wählen Sie ein anderes oder „Automatisch“</translation>
        </message>
        <message>
            <source>This file holds no results of Whatsit</source>
            <translation>Diese Datei enthält keine Ergebnisse von Whatsit</translation>
        </message>
        <message>
            <source>This file holds no results of Whatsit and is left alone; name another for the store</source>
            <translation>Diese Datei enthält keine Ergebnisse von Whatsit und bleibt unangetastet; nennen Sie eine andere für die Ergebnisse</translation>
        </message>
        <message>
            <source>This file is no journal of a sort and is left alone</source>
            <translation>Diese Datei ist kein Journal einer Sortierung und bleibt unangetastet</translation>
        </message>
        <message>
            <source>This is not a folder; name another</source>
            <translation>Dies ist kein Ordner; nennen Sie einen anderen</translation>
        </message>
        <message>
            <source>This is not the file that the source of this model publishes; choose another file</source>
            <translation>Das ist nicht die Datei, die die Quelle dieses Modells veröffentlicht; wählen Sie eine andere</translation>
        </message>
        <message>
            <source>This link leads nowhere; name another folder</source>
            <translation>Diese Verknüpfung führt ins Leere; nennen Sie einen anderen Ordner</translation>
        </message>
        <message>
            <source>This model is not on this computer yet; download it in the models window</source>
            <translation>Dieses Modell ist noch nicht auf diesem Computer; laden Sie es im Modellfenster herunter</translation>
        </message>
        <message>
            <source>This model needs the library timm, which is not installed; install it with pip install 'whatsit[timm]'</source>
            <translation>Dieses Modell braucht die Bibliothek timm, die nicht installiert ist; installieren Sie sie mit pip install 'whatsit[timm]'</translation>
        </message>
        <message>
            <source>This run was forgotten while it was under way; run it again</source>
            <translation>Dieser Lauf wurde vergessen, während er im Gange war; beginnen Sie ihn erneut</translation>
        </message>
        <message>
            <source>This run was forgotten; run it again</source>
            <translation>Dieser Lauf wurde vergessen; beginnen Sie ihn erneut</translation>
        </message>
        <message>
            <source>This sort is undone already</source>
            <translation>Diese Sortierung ist schon rückgängig gemacht</translation>
        </message>
        <message>
            <source>This sort was made by a newer Whatsit; use that one</source>
            <translation>Diese Sortierung stammt von einem neueren Whatsit; benutzen Sie dieses</translation>
        </message>
        <message>
            <source>a hard link cannot lead to another drive</source>
            <translation>eine harte Verknüpfung kann nicht auf ein anderes Laufwerk führen</translation>
        </message>
        <message>
            <source>about %1 h left</source>
            <translation>noch etwa %1 h</translation>
        </message>
        <message>
            <source>about %1 min left</source>
            <translation>noch etwa %1 min</translation>
        </message>
        <message>
            <source>about %1 s left</source>
            <translation>noch etwa %1 s</translation>
        </message>
        <message>
            <source>another file has its name there</source>
            <translation>eine andere Datei hat dort seinen Namen</translation>
        </message>
        <message>
            <source>another program is changing its sidecar; try again</source>
            <translation>ein anderes Programm ändert gerade seinen Sidecar; versuchen Sie es erneut</translation>
        </message>
        <message>
            <source>classified</source>
            <translation>klassifiziert</translation>
        </message>
        <message>
            <source>classifying the picture</source>
            <translation>klassifiziert das Bild</translation>
        </message>
        <message>
            <source>copied</source>
            <translation>kopiert</translation>
        </message>
        <message>
            <source>decoding it took too long</source>
            <translation>das Dekodieren dauerte zu lange</translation>
        </message>
        <message>
            <source>decoding the picture</source>
            <translation>dekodiert das Bild</translation>
        </message>
        <message>
            <source>done</source>
            <translation>fertig</translation>
        </message>
        <message>
            <source>failed</source>
            <translation>fehlgeschlagen</translation>
        </message>
        <message>
            <source>it cannot be opened</source>
            <translation>es lässt sich nicht öffnen</translation>
        </message>
        <message>
            <source>it cannot be read or taken away</source>
            <translation>es lässt sich nicht lesen oder wegnehmen</translation>
        </message>
        <message>
            <source>it cannot be written there</source>
            <translation>es lässt sich dort nicht schreiben</translation>
        </message>
        <message>
            <source>it could not be classified</source>
            <translation>es konnte nicht klassifiziert werden</translation>
        </message>
        <message>
            <source>it crashed the decoder</source>
            <translation>es brachte den Dekodierer zum Absturz</translation>
        </message>
        <message>
            <source>it is a link to a picture that is sorted itself</source>
            <translation>es ist eine Verknüpfung mit einem Bild, das selbst sortiert wird</translation>
        </message>
        <message>
            <source>it is in its folder already</source>
            <translation>es ist schon in seinem Ordner</translation>
        </message>
        <message>
            <source>it is no longer there</source>
            <translation>es ist nicht mehr da</translation>
        </message>
        <message>
            <source>it is no longer where it was put</source>
            <translation>es ist nicht mehr dort, wohin es kam</translation>
        </message>
        <message>
            <source>it is not a file</source>
            <translation>es ist keine Datei</translation>
        </message>
        <message>
            <source>it is not a picture</source>
            <translation>es ist kein Bild</translation>
        </message>
        <message>
            <source>it was changed since it was classified</source>
            <translation>es wurde seit dem Klassifizieren verändert</translation>
        </message>
        <message>
            <source>it was changed since it was sorted</source>
            <translation>es wurde seit dem Sortieren verändert</translation>
        </message>
        <message>
            <source>it was found, but a test calculation failed</source>
            <translation>es wurde gefunden, aber eine Proberechnung schlug fehl</translation>
        </message>
        <message>
            <source>its class is unknown</source>
            <translation>seine Klasse ist unbekannt</translation>
        </message>
        <message>
            <source>its sidecar cannot be read</source>
            <translation>sein Sidecar ist nicht lesbar</translation>
        </message>
        <message>
            <source>its sidecar cannot be written</source>
            <translation>sein Sidecar lässt sich nicht schreiben</translation>
        </message>
        <message>
            <source>its sidecar changed after tagging was cut off; all tags in it are taken for yours now</source>
            <translation>sein Sidecar wurde nach einem Abbruch verändert; alle Schlagwörter darin gelten jetzt als Ihre</translation>
        </message>
        <message>
            <source>its sidecar is a link or no ordinary file</source>
            <translation>sein Sidecar ist eine Verknüpfung oder keine gewöhnliche Datei</translation>
        </message>
        <message>
            <source>its sidecar is no XMP that could be added to</source>
            <translation>sein Sidecar ist kein XMP, das sich ergänzen ließe</translation>
        </message>
        <message>
            <source>its sidecar is too large</source>
            <translation>sein Sidecar ist zu groß</translation>
        </message>
        <message>
            <source>its sidecar is write-protected</source>
            <translation>sein Sidecar ist schreibgeschützt</translation>
        </message>
        <message>
            <source>linked</source>
            <translation>verknüpft</translation>
        </message>
        <message>
            <source>looking for pictures</source>
            <translation>sucht Bilder</translation>
        </message>
        <message>
            <source>moved</source>
            <translation>verschoben</translation>
        </message>
        <message>
            <source>none was found</source>
            <translation>keines wurde gefunden</translation>
        </message>
        <message>
            <source>not classified</source>
            <translation>nicht klassifiziert</translation>
        </message>
        <message>
            <source>reading the file</source>
            <translation>liest die Datei</translation>
        </message>
        <message>
            <source>ready</source>
            <translation>bereit</translation>
        </message>
        <message>
            <source>stopped</source>
            <translation>gestoppt</translation>
        </message>
        <message>
            <source>taking %1 off the list</source>
            <translation>%1 von der Liste nehmen</translation>
        </message>
        <message>
            <source>the file is cut off</source>
            <translation>die Datei ist abgeschnitten</translation>
        </message>
        <message>
            <source>the file is damaged</source>
            <translation>die Datei ist beschädigt</translation>
        </message>
        <message>
            <source>the file is empty</source>
            <translation>die Datei ist leer</translation>
        </message>
        <message>
            <source>the model gave no usable scores</source>
            <translation>das Modell lieferte keine brauchbaren Werte</translation>
        </message>
        <message>
            <source>the original is no longer what it was, so this one stays</source>
            <translation>das Original ist nicht mehr, was es war, daher bleibt dieses</translation>
        </message>
        <message>
            <source>the picture changed since it was classified; classify it again</source>
            <translation>das Bild wurde seit dem Klassifizieren verändert; klassifizieren Sie es erneut</translation>
        </message>
        <message>
            <source>the picture is no longer there</source>
            <translation>das Bild ist nicht mehr da</translation>
        </message>
        <message>
            <source>the picture is too large</source>
            <translation>das Bild ist zu groß</translation>
        </message>
        <message>
            <source>the tags in its sidecar have a form that cannot be added to</source>
            <translation>die Schlagwörter in seinem Sidecar haben eine Form, die sich nicht ergänzen lässt</translation>
        </message>
        <message>
            <source>there is no such file</source>
            <translation>eine solche Datei gibt es nicht</translation>
        </message>
        <message>
            <source>there is not enough memory for it</source>
            <translation>dafür reicht der Speicher nicht</translation>
        </message>
        <message>
            <source>this build of PyTorch cannot use it</source>
            <translation>dieses PyTorch kann es nicht benutzen</translation>
        </message>
        <message>
            <source>this kind of picture is not supported</source>
            <translation>diese Art von Bild wird nicht unterstützt</translation>
        </message>
        <message>
            <source>unknown</source>
            <translation>unbekannt</translation>
        </message>
    </context>
    <context>
        <name>ZooBar</name>
        <message>
            <source>All libraries</source>
            <translation>Alle Bibliotheken</translation>
        </message>
        <message>
            <source>Library</source>
            <translation>Bibliothek</translation>
        </message>
        <message>
            <source>On this computer</source>
            <translation>Auf diesem Computer</translation>
        </message>
        <message>
            <source>Plot</source>
            <translation>Diagramm</translation>
        </message>
        <message>
            <source>Table</source>
            <translation>Tabelle</translation>
        </message>
        <message>
            <source>Words in the name, the library, the paper or the licence.</source>
            <translation>Wörter im Namen, in der Bibliothek, im Artikel oder in der Lizenz.</translation>
        </message>
    </context>
    <context>
        <name>ZooDialog</name>
        <message>
            <source>Models</source>
            <translation>Modelle</translation>
        </message>
    </context>
    <context>
        <name>ZooFacts</name>
        <message>
            <source>About the model</source>
            <translation>Über das Modell</translation>
        </message>
        <message>
            <source>Accuracy</source>
            <translation>Genauigkeit</translation>
        </message>
        <message>
            <source>Classes</source>
            <translation>Klassen</translation>
        </message>
        <message>
            <source>Compute</source>
            <translation>Rechenaufwand</translation>
        </message>
        <message>
            <source>Copy</source>
            <translation>Kopieren</translation>
        </message>
        <message>
            <source>File</source>
            <translation>Datei</translation>
        </message>
        <message>
            <source>Folder</source>
            <translation>Ordner</translation>
        </message>
        <message>
            <source>Inside…</source>
            <translation>Inneres…</translation>
        </message>
        <message>
            <source>Library</source>
            <translation>Bibliothek</translation>
        </message>
        <message>
            <source>Licence</source>
            <translation>Lizenz</translation>
        </message>
        <message>
            <source>Origin</source>
            <translation>Herkunft</translation>
        </message>
        <message>
            <source>Paper</source>
            <translation>Artikel</translation>
        </message>
        <message>
            <source>Parameters</source>
            <translation>Parameter</translation>
        </message>
        <message>
            <source>Preprocessing</source>
            <translation>Vorverarbeitung</translation>
        </message>
        <message>
            <source>Year</source>
            <translation>Jahr</translation>
        </message>
    </context>
    <context>
        <name>ZooFoot</name>
        <message>
            <source>&amp;Cancel</source>
            <translation>&amp;Abbrechen</translation>
        </message>
        <message>
            <source>&amp;Continue</source>
            <translation>&amp;Fortsetzen</translation>
        </message>
        <message>
            <source>&amp;Download</source>
            <translation>&amp;Herunterladen</translation>
        </message>
        <message>
            <source>&amp;Download again</source>
            <translation>Erneut &amp;herunterladen</translation>
        </message>
        <message>
            <source>&amp;Remove</source>
            <translation>&amp;Entfernen</translation>
        </message>
        <message>
            <source>&amp;Use</source>
            <translation>&amp;Benutzen</translation>
        </message>
        <message>
            <source>Its file is damaged and is not used.</source>
            <translation>Seine Datei ist beschädigt und wird nicht benutzt.</translation>
        </message>
        <message>
            <source>Its file is no longer there.</source>
            <translation>Seine Datei ist nicht mehr da.</translation>
        </message>
        <message>
            <source>Progress</source>
            <translation>Fortschritt</translation>
        </message>
        <message>
            <source>This model is in use.</source>
            <translation>Dieses Modell wird benutzt.</translation>
        </message>
        <message>
            <source>Use a &amp;file…</source>
            <translation>&amp;Datei benutzen…</translation>
        </message>
        <message>
            <source>Use a file for %1</source>
            <translation>Eine Datei für %1 benutzen</translation>
        </message>
    </context>
    <context>
        <name>ZooModel</name>
        <message>
            <source>Billions of multiplications and additions for one picture</source>
            <translation>Milliarden Multiplikationen und Additionen für ein Bild</translation>
        </message>
        <message>
            <source>File</source>
            <translation>Datei</translation>
        </message>
        <message>
            <source>GFLOPs</source>
            <translation>GFLOPs</translation>
        </message>
        <message>
            <source>Input</source>
            <translation>Eingabe</translation>
        </message>
        <message>
            <source>Library</source>
            <translation>Bibliothek</translation>
        </message>
        <message>
            <source>Licence</source>
            <translation>Lizenz</translation>
        </message>
        <message>
            <source>Model</source>
            <translation>Modell</translation>
        </message>
        <message>
            <source>Parameters</source>
            <translation>Parameter</translation>
        </message>
        <message>
            <source>Pixels that the network sees</source>
            <translation>Pixel, die das Netz sieht</translation>
        </message>
        <message>
            <source>Share of ImageNet’s validation pictures whose class is the first answer</source>
            <translation>Anteil der Prüfbilder von ImageNet, deren Klasse die erste Antwort ist</translation>
        </message>
        <message>
            <source>State</source>
            <translation>Status</translation>
        </message>
        <message>
            <source>Top-1</source>
            <translation>Top-1</translation>
        </message>
        <message>
            <source>Year</source>
            <translation>Jahr</translation>
        </message>
        <message>
            <source>Year of the paper</source>
            <translation>Jahr des Artikels</translation>
        </message>
    </context>
    <context>
        <name>ZooOffer</name>
        <message>
            <source>%1 from %2</source>
            <translation>%1 von %2</translation>
        </message>
        <message>
            <source>%1 of it are there already</source>
            <translation>%1 davon sind schon da</translation>
        </message>
        <message>
            <source>Of unknown size, from %2</source>
            <translation>Unbekannt groß, von %2</translation>
        </message>
        <message>
            <source>to %1</source>
            <translation>nach %1</translation>
        </message>
    </context>
    <context>
        <name>ZooOwn</name>
        <message>
            <source>&amp;Export…</source>
            <translation>&amp;Exportieren…</translation>
        </message>
        <message>
            <source>Export</source>
            <translation>Exportieren</translation>
        </message>
        <message>
            <source>Models</source>
            <translation>Modelle</translation>
        </message>
        <message>
            <source>Name</source>
            <translation>Name</translation>
        </message>
        <message>
            <source>Re&amp;name…</source>
            <translation>&amp;Umbenennen…</translation>
        </message>
        <message>
            <source>Rename</source>
            <translation>Umbenennen</translation>
        </message>
    </context>
    <context>
        <name>ZooPane</name>
        <message>
            <source>Asking the libraries which models they have…</source>
            <translation>Die Bibliotheken werden nach ihren Modellen gefragt…</translation>
        </message>
        <message>
            <source>Compute</source>
            <translation>Rechenaufwand</translation>
        </message>
        <message>
            <source>Cost</source>
            <translation>Kosten</translation>
        </message>
        <message>
            <source>Parameters</source>
            <translation>Parameter</translation>
        </message>
        <message>
            <source>Progress</source>
            <translation>Fortschritt</translation>
        </message>
        <message>
            <source>Show all</source>
            <translation>Alle zeigen</translation>
        </message>
        <message>
            <source>There is no such model.</source>
            <translation>Ein solches Modell gibt es nicht.</translation>
        </message>
        <message>
            <source>Try again</source>
            <translation>Erneut versuchen</translation>
        </message>
        <message>
            <source>built-in</source>
            <translation>eingebaut</translation>
        </message>
        <message>
            <source>on this computer</source>
            <translation>auf diesem Computer</translation>
        </message>
        <message>
            <source>to be downloaded</source>
            <translation>herunterzuladen</translation>
        </message>
    </context>
    <context>
        <name>ZooPlot</name>
        <message>
            <source>Accuracy against cost</source>
            <translation>Genauigkeit gegen Kosten</translation>
        </message>
        <message>
            <source>GFLOPs, logarithmic</source>
            <translation>GFLOPs, logarithmisch</translation>
        </message>
        <message>
            <source>Millions of parameters, logarithmic</source>
            <translation>Millionen Parameter, logarithmisch</translation>
        </message>
        <message>
            <source>Top-1 accuracy in per cent</source>
            <translation>Top-1-Genauigkeit in Prozent</translation>
        </message>
    </context>
    <context>
        <name>ZooSide</name>
        <message>
            <source>Choose a model to see what is known of it.</source>
            <translation>Wählen Sie ein Modell, um zu sehen, was von ihm bekannt ist.</translation>
        </message>
    </context>
    <context>
        <name>ZooTable</name>
        <message>
            <source>Models</source>
            <translation>Modelle</translation>
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
            <translation>%1 Mio</translation>
        </message>
        <message>
            <source>%1 are shown. The sources of the others state no accuracy or no cost.</source>
            <translation>Gezeigt sind %1. Die Quellen der anderen nennen keine Genauigkeit oder keine Kosten.</translation>
        </message>
        <message>
            <source>%1 is on this computer now.</source>
            <translation>%1 ist jetzt auf diesem Computer.</translation>
        </message>
        <message>
            <source>%1 of %2</source>
            <translation>%1 von %2</translation>
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
            <translation>%1/s</translation>
        </message>
        <message numerus="yes">
            <source>%Ln models</source>
            <translation>
                <numerusform>%Ln Modell</numerusform>
                <numerusform>%Ln Modelle</numerusform>
            </translation>
        </message>
        <message>
            <source>It waits until another download is done.</source>
            <translation>Es wartet, bis ein anderes Herunterladen fertig ist.</translation>
        </message>
        <message numerus="yes">
            <source>Once more in %Ln seconds.</source>
            <translation>
                <numerusform>Noch einmal in %Ln Sekunde.</numerusform>
                <numerusform>Noch einmal in %Ln Sekunden.</numerusform>
            </translation>
        </message>
        <message>
            <source>Remove takes away %1</source>
            <translation>Entfernen löscht %1</translation>
        </message>
        <message>
            <source>SHA-256 of the file, as its page on the hub (%1) shows it:</source>
            <translation>SHA-256 der Datei, wie ihre Seite im Hub (%1) ihn zeigt:</translation>
        </message>
        <message>
            <source>Something went wrong inside Whatsit.</source>
            <translation>In Whatsit ist ein Fehler aufgetreten.</translation>
        </message>
        <message>
            <source>The file is being checked…</source>
            <translation>Die Datei wird geprüft…</translation>
        </message>
        <message>
            <source>The file of %1 could not be removed: %2</source>
            <translation>Die Datei von %1 konnte nicht entfernt werden: %2</translation>
        </message>
        <message>
            <source>The source is being asked…</source>
            <translation>Die Quelle wird gefragt…</translation>
        </message>
        <message>
            <source>Weights (*%1);;All files (*)</source>
            <translation>Gewichte (*%1);;Alle Dateien (*)</translation>
        </message>
        <message>
            <source>begun</source>
            <translation>begonnen</translation>
        </message>
        <message>
            <source>built-in</source>
            <translation>eingebaut</translation>
        </message>
        <message>
            <source>damaged</source>
            <translation>beschädigt</translation>
        </message>
        <message>
            <source>file is gone</source>
            <translation>Datei fehlt</translation>
        </message>
        <message>
            <source>in use</source>
            <translation>in Benutzung</translation>
        </message>
        <message>
            <source>on its way</source>
            <translation>unterwegs</translation>
        </message>
        <message>
            <source>on this computer</source>
            <translation>auf diesem Computer</translation>
        </message>
        <message>
            <source>own</source>
            <translation>eigenes</translation>
        </message>
        <message>
            <source>waiting</source>
            <translation>wartet</translation>
        </message>
    </context>
    <context>
        <name>_Legend</name>
        <message>
            <source>How much a place of the picture speaks for the class</source>
            <translation>Wie sehr eine Stelle des Bildes für die Klasse spricht</translation>
        </message>
        <message>
            <source>little</source>
            <translation>wenig</translation>
        </message>
        <message>
            <source>much</source>
            <translation>viel</translation>
        </message>
    </context>
    <context>
        <name>_SortList</name>
        <message>
            <source>Looking…</source>
            <translation>Wird gesucht…</translation>
        </message>
        <message>
            <source>Nothing was sorted yet. “Sort…” above a table puts its pictures into folders.</source>
            <translation>Noch wurde nichts sortiert. „Sortieren…“ über einer Tabelle legt deren Bilder in Ordner.</translation>
        </message>
        <message>
            <source>Sorts</source>
            <translation>Sortierungen</translation>
        </message>
    </context>
</TS>
