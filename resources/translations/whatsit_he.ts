<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="he" sourcelanguage="en">
    <context>
        <name>AboutPage</name>
        <message>
            <source>About Whatsit</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Drop a picture and see what it is.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Libraries</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Licences</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Models</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Pictures</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>System</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Versions</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Whatsit is free software under the Apache License 2.0.</source>
            <translation type="unfinished" />
        </message>
    </context>
    <context>
        <name>Actions</name>
        <message>
            <source>&amp;About Whatsit</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>&amp;Continue</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>&amp;Copy</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>&amp;Edit</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>&amp;Export…</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>&amp;File</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>&amp;Find…</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>&amp;Forget…</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>&amp;Full screen</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>&amp;Help</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>&amp;Look for new pictures</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>&amp;Open pictures…</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>&amp;Paste</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>&amp;Pause</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>&amp;Picture</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>&amp;Pictures</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>&amp;Quit</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>&amp;Redo</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>&amp;Results…</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>&amp;Settings…</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>&amp;Sort into folders…</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>&amp;Stop</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>&amp;Table</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>&amp;Undo</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>&amp;Undo a sort…</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>&amp;View</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>&amp;What the network saw</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>C&amp;lear the list</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Ca&amp;ncel</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Cancel</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Classify &amp;again</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Classify what was s&amp;topped</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Continue</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Copy as CSV &amp;row</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Export…</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>F&amp;older</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Folder</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Open</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Open &amp;folder…</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Open &amp;recent</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Open with its pro&amp;gram</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Paste</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Pause</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Pictures</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Re&amp;name…</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Show &amp;log file</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Show in file &amp;manager</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Sort…</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Table</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Take &amp;off the list</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Try &amp;again what could not be classified</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Try an &amp;example</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>What do these &amp;numbers mean?</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>What the network saw</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Write &amp;tags…</source>
            <translation type="unfinished" />
        </message>
    </context>
    <context>
        <name>AnswerPanel</name>
        <message>
            <source>Waiting for its turn…</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Waiting: the model is being loaded…</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>What do these numbers mean?</source>
            <translation type="unfinished" />
        </message>
    </context>
    <context>
        <name>Attendance</name>
        <message>
            <source>%1 classified</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Pictures are being worked on</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Whatsit is done</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>“%1” could not go on</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>“%1” is done</source>
            <translation type="unfinished" />
        </message>
    </context>
    <context>
        <name>BarDelegate</name>
        <message>
            <source>perhaps %1</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>unknown</source>
            <translation type="unfinished" />
        </message>
    </context>
    <context>
        <name>BarsView</name>
        <message>
            <source>Likeliest classes</source>
            <translation type="unfinished" />
        </message>
    </context>
    <context>
        <name>Choices</name>
        <message>
            <source>Automatic</source>
            <translation type="unfinished" />
        </message>
    </context>
    <context>
        <name>ClassList</name>
        <message>
            <source>Classes</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Enter shows only the pictures of a class, and all of them again.</source>
            <translation type="unfinished" />
        </message>
    </context>
    <context>
        <name>ClassesModel</name>
        <message>
            <source>%1, shown</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>All found</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>All pictures</source>
            <translation type="unfinished" />
        </message>
    </context>
    <context>
        <name>CopiedLines</name>
        <message>
            <source>C&amp;opy list</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>and %1 more</source>
            <translation type="unfinished" />
        </message>
    </context>
    <context>
        <name>Doors</name>
        <message>
            <source>All files</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Dropped picture</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Fetch</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Fetch this picture from %1?</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Fetch this picture?</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Open a folder of pictures</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Open pictures</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Pasted picture</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Pictures</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>The clipboard holds no picture, file or path.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>The other program did not hand the picture over.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>“%1” lies on another computer. Copy it to this one, or connect its folder first.</source>
            <translation type="unfinished" />
        </message>
    </context>
    <context>
        <name>EmptyState</name>
        <message>
            <source>Drop a picture or a folder here to see what it is.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Open a folder…</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Open pictures…</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Paste</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Try an example</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Your pictures stay on this computer.</source>
            <translation type="unfinished" />
        </message>
    </context>
    <context>
        <name>ExportDialog</name>
        <message>
            <source>&amp;Classes per picture</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>&amp;Export…</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>&amp;Format</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>All files</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Export</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>For E&amp;xcel: mark the text as Unicode</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Parquet (pyarrow is not installed)</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Pictures</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Replace</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Without the mark Excel garbles é, ß or 猫; a few other programs stumble over it.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Writing…</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>“%1” exists already. Replace it?</source>
            <translation type="unfinished" />
        </message>
    </context>
    <context>
        <name>Exports</name>
        <message numerus="yes">
            <source>%Ln rows were written to “%1”.</source>
            <translation type="unfinished">
                <numerusform />
                <numerusform />
            </translation>
        </message>
        <message numerus="yes">
            <source>A sheet for Excel or LibreOffice; it holds %Ln pictures.</source>
            <translation type="unfinished">
                <numerusform />
                <numerusform />
            </translation>
        </message>
        <message numerus="yes">
            <source>A sheet holds %Ln pictures, and these are more. Choose CSV, JSON Lines or Parquet, or fewer.</source>
            <translation type="unfinished">
                <numerusform />
                <numerusform />
            </translation>
        </message>
        <message>
            <source>A table that spreadsheets and nearly all other programs read.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>All classes are written as the model gave them; none is replaced by “unknown”.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>CSV</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Excel</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>For programs: a small table, for pandas, DuckDB or R.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>For programs: one line of JSON for each picture.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>If even the likeliest class has less than %1, the picture’s class is “unknown”.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>JSON Lines</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Nothing may be written there. Choose another folder or name.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Parquet</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Parquet needs the library pyarrow, which could not be loaded. Choose another format.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Something went wrong inside Whatsit.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>The folder is no longer there. Choose another.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>The system refuses to write there (%1).</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>There is no room left on the disk. Make room, or choose another folder.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Whatsit keeps its own results under this name. Choose another name or folder.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>“%1” is a picture. Choose another name.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>“%1” was not written.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>“%1” would be a file of %2, but the format is %3. Choose that format, or another name.</source>
            <translation type="unfinished" />
        </message>
    </context>
    <context>
        <name>FailurePanel</name>
        <message>
            <source>It was stopped before it was classified.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Press F5 to classify it now. Picture › Classify what was stopped does so with all.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>stopped</source>
            <translation type="unfinished" />
        </message>
    </context>
    <context>
        <name>Fetch</name>
        <message>
            <source>%1 broke off.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>%1 cannot be found. Is this computer connected?</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>%1 could not give it.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>%1 does not answer.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>%1 does not give it to strangers.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>%1 has no such picture any more.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>%1 has no such picture.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>%1 took too long.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>The picture was not fetched: %1</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>The picture was not fetched: it is larger than 64 MB.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>This is the address of a web page. Drag the picture itself, or copy its own address.</source>
            <translation type="unfinished" />
        </message>
    </context>
    <context>
        <name>FilmStrip</name>
        <message>
            <source>Pictures</source>
            <translation type="unfinished" />
        </message>
    </context>
    <context>
        <name>FilterBar</name>
        <message>
            <source>Clear the search</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Filter by state and probability, and sort</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Filters</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Filters (%1)</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>List</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Search</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Tiles</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Words in the path or the class of a picture.</source>
            <translation type="unfinished" />
        </message>
    </context>
    <context>
        <name>Filters</name>
        <message>
            <source>Ascending</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Clear filters</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Descending</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Probability</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Probability from</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Probability to</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Sort by</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>State</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>every state</source>
            <translation type="unfinished" />
        </message>
    </context>
    <context>
        <name>Forgetting</name>
        <message>
            <source>Forget</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Your pictures stay where they are. The answers cannot be brought back.</source>
            <translation type="unfinished" />
        </message>
    </context>
    <context>
        <name>NoticeBar</name>
        <message numerus="yes">
            <source>%Ln more</source>
            <translation type="unfinished">
                <numerusform />
                <numerusform />
            </translation>
        </message>
        <message>
            <source>Begin a new run</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Continue</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Copy details</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Dismiss</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Open…</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Show in file manager</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Try again</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Undo</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Use the best that works</source>
            <translation type="unfinished" />
        </message>
    </context>
    <context>
        <name>NumbersPage</name>
        <message>
            <source>95 % means that the model prefers this class by far to all others that it knows. It does not mean that 95 of 100 such answers are right: models are often surer than they should be, above all with pictures unlike those they learned from.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>How sure the model is, not how right</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Shares of one hundred per cent</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>The model knows a closed list of classes; the built-in one knows 1,000, from “tench” to “toilet tissue”. For each picture it spreads 100 % over all of them. A bar is the share of one class.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>The numbers are the softmax of the network’s outputs, the usual way to make shares of scores; they are shown to 0.1 %. The window and the command line give the same numbers for the same picture.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>The picture is made small (the shorter side to 256 pixels), and the 224 × 224 pixels in its middle are all that the network gets. The button of this name shows that part. What lies outside has no say.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>There is no class “person” and none for your own cat. Something that is not on the list gets the class that resembles it most, sometimes with a high share.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Unknown</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>What do these numbers mean?</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>What is not on the list cannot be found</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>What the network saw</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>When the likeliest class has less than %1, the headline is “unknown”. The bars still show what the model would have guessed. The limit is the least probability in the settings.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Where the figures come from</source>
            <translation type="unfinished" />
        </message>
    </context>
    <context>
        <name>Outside</name>
        <message>
            <source>No program was found that could open it: %1</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>No program was found that could show it: %1</source>
            <translation type="unfinished" />
        </message>
    </context>
    <context>
        <name>PicturesModel</name>
        <message>
            <source>stopped</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>unknown</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>waiting</source>
            <translation type="unfinished" />
        </message>
    </context>
    <context>
        <name>PlanModel</name>
        <message>
            <source>Files</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Folder</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Note</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Size</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>is there already</source>
            <translation type="unfinished" />
        </message>
    </context>
    <context>
        <name>PlanPage</name>
        <message>
            <source>&amp;Save plan…</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Plan</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>This is a plan. Nothing has been changed yet.</source>
            <translation type="unfinished" />
        </message>
    </context>
    <context>
        <name>PredictionsModel</name>
        <message>
            <source>unknown; %1</source>
            <translation type="unfinished" />
        </message>
    </context>
    <context>
        <name>Program</name>
        <message>
            <source>Something went wrong inside Whatsit.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Whatsit ended unexpectedly last time. A report lies on this computer; nobody was told.</source>
            <translation type="unfinished" />
        </message>
    </context>
    <context>
        <name>ProgressLine</name>
        <message>
            <source>%1 of %2</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>%1 so far</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Progress</source>
            <translation type="unfinished" />
        </message>
    </context>
    <context>
        <name>Promise</name>
        <message>
            <source>Classify %1</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Classify %2 in “%1”</source>
            <translation type="unfinished" />
        </message>
        <message numerus="yes">
            <source>Classify %Ln files and folders</source>
            <translation type="unfinished">
                <numerusform />
                <numerusform />
            </translation>
        </message>
        <message numerus="yes">
            <source>Classify the pictures in %Ln folders</source>
            <translation type="unfinished">
                <numerusform />
                <numerusform />
            </translation>
        </message>
        <message>
            <source>Classify the pictures in “%1”</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Classify this picture</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Classify “%1”</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Fetch from %1, if you say yes</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>There are no pictures in them</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>There are no pictures in “%1”</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>This lies on another computer</source>
            <translation type="unfinished" />
        </message>
    </context>
    <context>
        <name>ResultsGrid</name>
        <message>
            <source>Pictures of the run</source>
            <translation type="unfinished" />
        </message>
    </context>
    <context>
        <name>ResultsModel</name>
        <message>
            <source>Class</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Folder</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Name</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Probability</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>State</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>no longer there</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>perhaps %1</source>
            <translation type="unfinished" />
        </message>
    </context>
    <context>
        <name>ResultsPane</name>
        <message>
            <source>Clear filters</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>No picture has been classified yet.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>No picture matches.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Reading the results</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Reading the results…</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Try again</source>
            <translation type="unfinished" />
        </message>
    </context>
    <context>
        <name>ResultsTable</name>
        <message>
            <source>Pictures of the run</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Sort by</source>
            <translation type="unfinished" />
        </message>
    </context>
    <context>
        <name>RowChoice</name>
        <message>
            <source>&amp;All pictures</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>The &amp;selected ones</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>The selected ones could not be read: %1</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Those that the fi&amp;lters choose</source>
            <translation type="unfinished" />
        </message>
    </context>
    <context>
        <name>RunActions</name>
        <message>
            <source>All pictures were classified.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Forget</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Name</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>No folder is shown.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>No picture is listed.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Rename</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>The run is only just beginning.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>The run is still going on.</source>
            <translation type="unfinished" />
        </message>
    </context>
    <context>
        <name>RunStrip</name>
        <message>
            <source>Looking for pictures…</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>More</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Progress</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Waiting: the model is being loaded…</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Waits until “%1” is done</source>
            <translation type="unfinished" />
        </message>
    </context>
    <context>
        <name>Runs</name>
        <message>
            <source>%1 a minute</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>%1 a second</source>
            <translation type="unfinished" />
        </message>
        <message numerus="yes">
            <source>%1 and %Ln more</source>
            <translation type="unfinished">
                <numerusform />
                <numerusform />
            </translation>
        </message>
        <message>
            <source>%1 known before</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>%1 of %2</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>%1 so far</source>
            <translation type="unfinished" />
        </message>
        <message numerus="yes">
            <source>%Ln other files skipped</source>
            <translation type="unfinished">
                <numerusform />
                <numerusform />
            </translation>
        </message>
        <message numerus="yes">
            <source>%Ln runs are forgotten.</source>
            <translation type="unfinished">
                <numerusform />
                <numerusform />
            </translation>
        </message>
        <message>
            <source>All results are forgotten.</source>
            <translation type="unfinished" />
        </message>
        <message numerus="yes">
            <source>Forget %Ln runs?</source>
            <translation type="unfinished">
                <numerusform />
                <numerusform />
            </translation>
        </message>
        <message>
            <source>Forget “%1”?</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Paused after %1</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Paused at %1 of %2</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Results cannot be kept in your data folder. They last until you quit.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Stopped after %1</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Stopped at %1 of %2</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Stopping…</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>The results could not be read or changed: %1</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>The results were damaged. They lie at %1 now, and new ones begin.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Your pictures are where they were.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>skipped: %1 × %2</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>“%1” is not finished: %2 are classified so far.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>“%1” is not finished: %2 of %3 are classified so far.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>“%1” was classified by a model that this Whatsit no longer has. A new run can begin in its folders.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>“%1”: %2</source>
            <translation type="unfinished" />
        </message>
    </context>
    <context>
        <name>RunsDialog</name>
        <message>
            <source>Forget</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Forget all results?</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Forget everything</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Forget everything…</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Forget…</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Name</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>No results are kept yet. Drop a folder on the window, or open one.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Open</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Rename</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Rename…</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Results</source>
            <translation type="unfinished" />
        </message>
    </context>
    <context>
        <name>RunsModel</name>
        <message>
            <source>Begun</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Name</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Not classified</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Pictures</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>State</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>complete</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>paused</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>under way</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>unfinished</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>waiting</source>
            <translation type="unfinished" />
        </message>
    </context>
    <context>
        <name>Session</name>
        <message>
            <source>The pictures could not be listed.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>The settings could not be saved. They hold until you quit.</source>
            <translation type="unfinished" />
        </message>
    </context>
    <context>
        <name>SettingsDialog</name>
        <message>
            <source> megapixels</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>&amp;Appearance</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>&amp;Bars shown</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>&amp;Device</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>&amp;Least probability</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>&amp;Model</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>&amp;Precision</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>&amp;Refuse pictures over</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Another language shows when Whatsit is started again.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Automatic</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Below it a picture’s class is “unknown”.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Dark</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Exact (fp32)</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Keep the computer awake during long work</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Lan&amp;guage</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Light</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Remember recent pictures</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Settings</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>System</source>
            <translation type="unfinished" />
        </message>
    </context>
    <context>
        <name>SortDialog</name>
        <message>
            <source>&amp;Back</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>&amp;Earlier sorts…</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Cancel</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Looking at the pictures…</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Make &amp;plan</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Plan of %1</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Save plan</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Sort into folders</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Writing the plan…</source>
            <translation type="unfinished" />
        </message>
    </context>
    <context>
        <name>SortOptions</name>
        <message>
            <source>%1 sorted</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>&amp;Browse…</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>&amp;Folders by</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>&amp;How</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>&amp;Into</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>&amp;Not classified</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>&amp;Unknown ones</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Folder to sort into</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Into a folder of their own</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Left where they are</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Name the folder with its whole path, or browse for it.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Names of the folders</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Pictures</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Sort into</source>
            <translation type="unfinished" />
        </message>
    </context>
    <context>
        <name>SortProgress</name>
        <message>
            <source>Getting ready…</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Progress</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Stopping…</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>You can stop at any time: nothing of a half copy stays, and then all can go on or be undone.</source>
            <translation type="unfinished" />
        </message>
    </context>
    <context>
        <name>SortResult</name>
        <message>
            <source>Files that were left alone, and why</source>
            <translation type="unfinished" />
        </message>
    </context>
    <context>
        <name>SortWorkDialog</name>
        <message>
            <source>&amp;Continue</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>&amp;Stop</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>&amp;Undo</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Cancel</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Close</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>No program was found that could show it: %1</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Show &amp;folder</source>
            <translation type="unfinished" />
        </message>
    </context>
    <context>
        <name>Sorting</name>
        <message>
            <source> or </source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>%1 left</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>%1 of %2</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>%1 of %2 files</source>
            <translation type="unfinished" />
        </message>
        <message numerus="yes">
            <source>%Ln companions (sidecars, RAW) go along.</source>
            <translation type="unfinished">
                <numerusform />
                <numerusform />
            </translation>
        </message>
        <message numerus="yes">
            <source>%Ln files are back where they were.</source>
            <translation type="unfinished">
                <numerusform />
                <numerusform />
            </translation>
        </message>
        <message numerus="yes">
            <source>%Ln files could not be brought back and stay where they are:</source>
            <translation type="unfinished">
                <numerusform />
                <numerusform />
            </translation>
        </message>
        <message numerus="yes">
            <source>%Ln files could not be sorted and are where they were:</source>
            <translation type="unfinished">
                <numerusform />
                <numerusform />
            </translation>
        </message>
        <message numerus="yes">
            <source>%Ln files were copied into “%1”.</source>
            <translation type="unfinished">
                <numerusform />
                <numerusform />
            </translation>
        </message>
        <message numerus="yes">
            <source>%Ln files were left alone so far</source>
            <translation type="unfinished">
                <numerusform />
                <numerusform />
            </translation>
        </message>
        <message numerus="yes">
            <source>%Ln files were linked into “%1”.</source>
            <translation type="unfinished">
                <numerusform />
                <numerusform />
            </translation>
        </message>
        <message numerus="yes">
            <source>%Ln files were moved into “%1”.</source>
            <translation type="unfinished">
                <numerusform />
                <numerusform />
            </translation>
        </message>
        <message numerus="yes">
            <source>%Ln files were not removed and stay where they are:</source>
            <translation type="unfinished">
                <numerusform />
                <numerusform />
            </translation>
        </message>
        <message numerus="yes">
            <source>%Ln files were removed again.</source>
            <translation type="unfinished">
                <numerusform />
                <numerusform />
            </translation>
        </message>
        <message numerus="yes">
            <source>%Ln folders</source>
            <translation type="unfinished">
                <numerusform />
                <numerusform />
            </translation>
        </message>
        <message numerus="yes">
            <source>%Ln more…</source>
            <translation type="unfinished">
                <numerusform />
                <numerusform />
            </translation>
        </message>
        <message numerus="yes">
            <source>%Ln pictures get a number behind their names, because these are taken.</source>
            <translation type="unfinished">
                <numerusform />
                <numerusform />
            </translation>
        </message>
        <message numerus="yes">
            <source>%Ln pictures stay where they are, each because %1.</source>
            <translation type="unfinished">
                <numerusform />
                <numerusform />
            </translation>
        </message>
        <message numerus="yes">
            <source>%Ln pictures%1 will be copied into %2.</source>
            <translation type="unfinished">
                <numerusform />
                <numerusform />
            </translation>
        </message>
        <message numerus="yes">
            <source>%Ln pictures%1 will be linked into %2.</source>
            <translation type="unfinished">
                <numerusform />
                <numerusform />
            </translation>
        </message>
        <message numerus="yes">
            <source>%Ln pictures%1 will be moved into %2.</source>
            <translation type="unfinished">
                <numerusform />
                <numerusform />
            </translation>
        </message>
        <message>
            <source>&amp;Copy %1</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>&amp;Link %1</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>&amp;Move %1</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>A picture’s class is “unknown” if even the likeliest one has less than %1, as the table is set now.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>As written below</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Class</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Copy</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Copying into “%1”…</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Each file appears in both places and takes no more room. This works on one drive only.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Folder it comes from, then class</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>For instance: %1</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>For instance: %1 stays where it is, because %2.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Hard links</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Left where they are</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Making links in “%1”…</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Move</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Moving into “%1”…</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Sorting “%1” was interrupted.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Stopped.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Such folders cannot be made. They may be named with {label}, {source}, {year}, {month} and {day}.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>The folders lie in “%1”; later runs skip them.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>The originals stay as they are, and the copies take as much room again.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>The pictures leave their folders. What is known of them goes along, and it can be undone.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>The plan was written to “%1”.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>The rest is still where it was sorted to. Undoing can go on now or later.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>The rest is where it was. It can go on, or be undone, now or later.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>There is nothing to sort.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Undoing the sort of “%1” was interrupted.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Undoing what was sorted into “%1”…</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Whatsit’s results do not know yet where these pictures are: %1</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Year and month, then class</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>complete</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>goes along with its picture</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>half undone</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>interrupted</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>under way</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>undone</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>undone, but for some</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>{label} is the class, {source} the folder that the picture comes from, {year}, {month} and {day} when the file was changed last. A slash makes a folder in a folder.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>“%1” was not written.</source>
            <translation type="unfinished" />
        </message>
    </context>
    <context>
        <name>SortsDialog</name>
        <message>
            <source>&amp;Continue</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>&amp;Undo</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Close</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Show &amp;folder</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Sorts</source>
            <translation type="unfinished" />
        </message>
    </context>
    <context>
        <name>SortsModel</name>
        <message>
            <source>Begun</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Files</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Into</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Run</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>State</source>
            <translation type="unfinished" />
        </message>
    </context>
    <context>
        <name>StatusLine</name>
        <message>
            <source>Classifying… %1 of %2</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Device: %1</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Loading %1…</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Looking for pictures…</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>No model is loaded</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Progress</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Stop</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Stopping… %1 of %2</source>
            <translation type="unfinished" />
        </message>
    </context>
    <context>
        <name>TagDialog</name>
        <message>
            <source>&amp;Classes per picture</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>&amp;Files</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>&amp;Take away the tags that Whatsit wrote</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>&amp;Write tags</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Only classes of at least %1 become tags.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Pictures</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Tag the others as “&amp;unknown”</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Tags</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Take a&amp;way</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Taking tags away…</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>The pictures themselves are never changed: tags go into small XMP files beside them.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>What to do</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Write the classes as ta&amp;gs</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Writing tags…</source>
            <translation type="unfinished" />
        </message>
    </context>
    <context>
        <name>TagResult</name>
        <message>
            <source>Pictures that could not be changed, and why</source>
            <translation type="unfinished" />
        </message>
    </context>
    <context>
        <name>Tags</name>
        <message numerus="yes">
            <source>%Ln are unknown and were not tagged.</source>
            <translation type="unfinished">
                <numerusform />
                <numerusform />
            </translation>
        </message>
        <message numerus="yes">
            <source>%Ln could not be changed:</source>
            <translation type="unfinished">
                <numerusform />
                <numerusform />
            </translation>
        </message>
        <message numerus="yes">
            <source>%Ln could not be classified.</source>
            <translation type="unfinished">
                <numerusform />
                <numerusform />
            </translation>
        </message>
        <message numerus="yes">
            <source>%Ln had no tags of Whatsit.</source>
            <translation type="unfinished">
                <numerusform />
                <numerusform />
            </translation>
        </message>
        <message numerus="yes">
            <source>%Ln had the right tags already.</source>
            <translation type="unfinished">
                <numerusform />
                <numerusform />
            </translation>
        </message>
        <message numerus="yes">
            <source>%Ln pictures were tagged.</source>
            <translation type="unfinished">
                <numerusform />
                <numerusform />
            </translation>
        </message>
        <message>
            <source>Another Whatsit is writing tags. Try again when it is done.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Tagging was stopped. What was written stays, and doing the same again goes on.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Taking tags away was stopped. All files are whole, and doing the same again goes on.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>The list of what Whatsit wrote cannot be used (%1), and without it nothing is written.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>The list of what Whatsit wrote was damaged; it lies at %1 now. What was written before stays.</source>
            <translation type="unfinished" />
        </message>
        <message numerus="yes">
            <source>The tags of %Ln pictures were taken away.</source>
            <translation type="unfinished">
                <numerusform />
                <numerusform />
            </translation>
        </message>
        <message>
            <source>cat.jpg.xmp, for digiKam, darktable and most others</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>cat.xmp, for Adobe’s programs</source>
            <translation type="unfinished" />
        </message>
    </context>
    <context>
        <name>TaskDialog</name>
        <message>
            <source>Close</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Something went wrong inside Whatsit.</source>
            <translation type="unfinished" />
        </message>
    </context>
    <context>
        <name>Threshold</name>
        <message>
            <source>A picture whose likeliest class has less than this is called unknown.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Least probability</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>below: unknown</source>
            <translation type="unfinished" />
        </message>
    </context>
    <context>
        <name>ToolBar</name>
        <message>
            <source>Device</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Model</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Tools</source>
            <translation type="unfinished" />
        </message>
    </context>
    <context>
        <name>Views</name>
        <message>
            <source>%1 of %2</source>
            <translation type="unfinished" />
        </message>
    </context>
    <context>
        <name>Wording</name>
        <message>
            <source>%1 %</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>%1 ms</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>%1 s</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>%1, %2 per cent, %3 of %4</source>
            <translation type="unfinished" />
        </message>
        <message numerus="yes">
            <source>%Ln could not be classified</source>
            <translation type="unfinished">
                <numerusform />
                <numerusform />
            </translation>
        </message>
        <message numerus="yes">
            <source>%Ln pictures</source>
            <translation type="unfinished">
                <numerusform />
                <numerusform />
            </translation>
        </message>
        <message numerus="yes">
            <source>%Ln pictures were taken off the list. The files are where they were.</source>
            <translation type="unfinished">
                <numerusform />
                <numerusform />
            </translation>
        </message>
        <message numerus="yes">
            <source>%Ln selected</source>
            <translation type="unfinished">
                <numerusform />
                <numerusform />
            </translation>
        </message>
        <message numerus="yes">
            <source>%Ln stopped</source>
            <translation type="unfinished">
                <numerusform />
                <numerusform />
            </translation>
        </message>
        <message>
            <source>A folder can no longer be reached; connect it again, and the same goes on from there</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>A folder is gone or empty although pictures in it are known; connect its drive, or continue all the same</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>A library that Whatsit needs could not be loaded; install Whatsit again</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>A sort into this folder is unfinished; go on with it or undo it first</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Another program holds the results for too long; try again</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Another sort into this folder is under way; wait for it</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Choose another device or model, and classify it again.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Class</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Close other programs and classify it again, or save a smaller copy of it.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Copy it again from where it came.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Could not be classified: %1</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Could not be shown: %1</source>
            <translation type="unfinished" />
        </message>
        <message numerus="yes">
            <source>Fetching %Ln pictures…</source>
            <translation type="unfinished">
                <numerusform />
                <numerusform />
            </translation>
        </message>
        <message>
            <source>Fetching from %1…</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Folder</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>If another program can open it, save it there as JPEG or PNG.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>It may have been moved or renamed. Drop it again from where it is now.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Name</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Not all could be undone; see to what is in the way and undo again</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Nothing can be written into this folder; name another, or give yourself the right to</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Only files, and folders of files, can be classified.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Probability</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Save a smaller copy of it, or raise the limit in the settings.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>See whether you may open it and its disk is connected; then classify it again.</source>
            <translation type="unfinished" />
        </message>
        <message numerus="yes">
            <source>Select at most %Ln pictures to open or show them elsewhere.</source>
            <translation type="unfinished">
                <numerusform />
                <numerusform />
            </translation>
        </message>
        <message>
            <source>Something went wrong inside Whatsit</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>State</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>The device ran out of memory. The work goes on on the CPU.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>The device ran out of memory. The work goes on with smaller batches.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>The device stopped working; nothing is lost, try again or choose the CPU</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>The files cannot be put there; see to it and try again</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>The journal of the sort cannot be read or written; see to it and try again</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>The log has the details.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>The model of this run can no longer be had; begin a new run</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>The model of this run, as it was, can no longer be had; begin a new run of the same folders</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>The model’s weights are damaged and were not used; install Whatsit again</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>The model’s weights are missing; install Whatsit again</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>The results are damaged; run the same again</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>The results cannot be kept; choose another store, or none</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>The results cannot be read</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>The results were kept by a newer Whatsit; open them with that one</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>The results were kept by a newer Whatsit; use that one, or another store</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>The undoing of this sort is unfinished; undo it to the end</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>There are no pictures in these folders.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>There are no pictures in “%1”.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>There is no room left to keep results; make room, and the same goes on from there</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>There is no room left to read the results; make room and try again</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>There is no sort to undo</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>There is no such model</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>There is no such sort</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>There is not enough memory for this; close other programs and try again</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>There is not enough room there; make room and try again</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>This device cannot be used; choose another, or “Automatic”</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>This file holds no results of Whatsit</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>This file holds no results of Whatsit and is left alone; name another for the store</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>This file is no journal of a sort and is left alone</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>This is not a folder; name another</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>This link leads nowhere; name another folder</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>This run was forgotten while it was under way; run it again</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>This run was forgotten; run it again</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>This sort is undone already</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>This sort was made by a newer Whatsit; use that one</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>a hard link cannot lead to another drive</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>about %1 h left</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>about %1 min left</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>about %1 s left</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>another file has its name there</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>another program is changing its sidecar; try again</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>classified</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>classifying the picture</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>copied</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>decoding it took too long</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>decoding the picture</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>done</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>failed</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>it cannot be opened</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>it cannot be read or taken away</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>it cannot be written there</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>it could not be classified</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>it crashed the decoder</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>it is a link to a picture that is sorted itself</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>it is in its folder already</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>it is no longer there</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>it is no longer where it was put</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>it is not a file</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>it is not a picture</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>it was changed since it was classified</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>it was changed since it was sorted</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>it was found, but a test calculation failed</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>its class is unknown</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>its sidecar cannot be read</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>its sidecar cannot be written</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>its sidecar changed after tagging was cut off; all tags in it are taken for yours now</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>its sidecar is a link or no ordinary file</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>its sidecar is no XMP that could be added to</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>its sidecar is too large</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>its sidecar is write-protected</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>linked</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>looking for pictures</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>moved</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>none was found</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>not classified</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>reading the file</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>ready</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>stopped</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>taking %1 off the list</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>the file is cut off</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>the file is damaged</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>the file is empty</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>the model gave no usable scores</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>the original is no longer what it was, so this one stays</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>the picture changed since it was classified; classify it again</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>the picture is no longer there</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>the picture is too large</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>the tags in its sidecar have a form that cannot be added to</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>there is no such file</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>there is not enough memory for it</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>this build of PyTorch cannot use it</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>this kind of picture is not supported</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>unknown</source>
            <translation type="unfinished" />
        </message>
    </context>
    <context>
        <name>_SortList</name>
        <message>
            <source>Looking…</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Nothing was sorted yet. “Sort…” above a table puts its pictures into folders.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Sorts</source>
            <translation type="unfinished" />
        </message>
    </context>
</TS>
