<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en" sourcelanguage="en">
    <context>
        <name>Exports</name>
        <message numerus="yes">
            <source>%Ln rows were written to “%1”.</source>
            <translation>
                <numerusform>%Ln row was written to “%1”.</numerusform>
                <numerusform>%Ln rows were written to “%1”.</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>A sheet for Excel or LibreOffice; it holds %Ln pictures.</source>
            <translation>
                <numerusform>A sheet for Excel or LibreOffice; it holds %Ln picture.</numerusform>
                <numerusform>A sheet for Excel or LibreOffice; it holds %Ln pictures.</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>A sheet holds %Ln pictures, and these are more. Choose CSV, JSON Lines or Parquet, or fewer.</source>
            <translation>
                <numerusform>A sheet holds %Ln picture, and these are more. Choose CSV, JSON Lines or Parquet, or fewer.</numerusform>
                <numerusform>A sheet holds %Ln pictures, and these are more. Choose CSV, JSON Lines or Parquet, or fewer.</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>InsideWording</name>
        <message numerus="yes">
            <source>%1 of %Ln classes</source>
            <translation>
                <numerusform>%1 of %Ln class</numerusform>
                <numerusform>%1 of %Ln classes</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%1 of %Ln modules</source>
            <translation>
                <numerusform>%1 of %Ln module</numerusform>
                <numerusform>%1 of %Ln modules</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%Ln classes</source>
            <translation>
                <numerusform>%Ln class</numerusform>
                <numerusform>%Ln classes</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%Ln modules</source>
            <translation>
                <numerusform>%Ln module</numerusform>
                <numerusform>%Ln modules</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%Ln parameters of its own</source>
            <translation>
                <numerusform>%Ln parameter of its own</numerusform>
                <numerusform>%Ln parameters of its own</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>called %Ln times for a picture</source>
            <translation>
                <numerusform>called once for a picture</numerusform>
                <numerusform>called %Ln times for a picture</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>NoticeBar</name>
        <message numerus="yes">
            <source>%Ln more</source>
            <translation>
                <numerusform>%Ln more</numerusform>
                <numerusform>%Ln more</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>OwnModels</name>
        <message numerus="yes">
            <source>%1 of %2, %Ln classes</source>
            <translation>
                <numerusform>%1 of %2, %Ln class</numerusform>
                <numerusform>%1 of %2, %Ln classes</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%1 of %Ln classes have a label; the other is called “%2”.</source>
            <translation>
                <numerusform>%1 of %Ln class has a label; the other is called “%2”.</numerusform>
                <numerusform>%1 of %Ln classes have a label; the other is called “%2”.</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%1 of %Ln classes have a label; the others are called “%2” and so on.</source>
            <translation>
                <numerusform>%1 of %Ln class has a label; the others are called “%2” and so on.</numerusform>
                <numerusform>%1 of %Ln classes have a label; the others are called “%2” and so on.</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%1 of %Ln pictures have the expected class.</source>
            <translation>
                <numerusform>%1 of %Ln picture has the expected class.</numerusform>
                <numerusform>%1 of %Ln pictures have the expected class.</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%Ln pictures could not be read and do not count.</source>
            <translation>
                <numerusform>%Ln picture could not be read and does not count.</numerusform>
                <numerusform>%Ln pictures could not be read and do not count.</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>All %Ln classes have a label.</source>
            <translation>
                <numerusform>The one class has a label.</numerusform>
                <numerusform>All %Ln classes have a label.</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>Comparing: %Ln settings tried</source>
            <translation>
                <numerusform>Comparing: %Ln setting tried</numerusform>
                <numerusform>Comparing: %Ln settings tried</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>The %Ln labels in the checkpoint were not taken: they are not as many.</source>
            <translation>
                <numerusform>The label in the checkpoint was not taken: there are more classes.</numerusform>
                <numerusform>The %Ln labels in the checkpoint were not taken: they are not as many.</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>Without labels the %Ln classes are called “%2” and so on.</source>
            <translation>
                <numerusform>Without a label the class is called “%2”.</numerusform>
                <numerusform>Without labels the %Ln classes are called “%2” and so on.</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>Promise</name>
        <message numerus="yes">
            <source>Classify %Ln files and folders</source>
            <translation>
                <numerusform>Classify %Ln file or folder</numerusform>
                <numerusform>Classify %Ln files and folders</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>Classify the pictures in %Ln folders</source>
            <translation>
                <numerusform>Classify the pictures in %Ln folder</numerusform>
                <numerusform>Classify the pictures in %Ln folders</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>Runs</name>
        <message numerus="yes">
            <source>%1 and %Ln more</source>
            <translation>
                <numerusform>%1 and %Ln more</numerusform>
                <numerusform>%1 and %Ln more</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%Ln other files skipped</source>
            <translation>
                <numerusform>%Ln other file skipped</numerusform>
                <numerusform>%Ln other files skipped</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%Ln runs are forgotten.</source>
            <translation>
                <numerusform>The run is forgotten.</numerusform>
                <numerusform>%Ln runs are forgotten.</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>Forget %Ln runs?</source>
            <translation>
                <numerusform>Forget %Ln run?</numerusform>
                <numerusform>Forget %Ln runs?</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>Sorting</name>
        <message numerus="yes">
            <source>%Ln companions (sidecars, RAW) go along.</source>
            <translation>
                <numerusform>%Ln companion (sidecar or RAW) goes along.</numerusform>
                <numerusform>%Ln companions (sidecars, RAW) go along.</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%Ln files are back where they were.</source>
            <translation>
                <numerusform>%Ln file is back where it was.</numerusform>
                <numerusform>%Ln files are back where they were.</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%Ln files could not be brought back and stay where they are:</source>
            <translation>
                <numerusform>%Ln file could not be brought back and stays where it is:</numerusform>
                <numerusform>%Ln files could not be brought back and stay where they are:</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%Ln files could not be sorted and are where they were:</source>
            <translation>
                <numerusform>%Ln file could not be sorted and is where it was:</numerusform>
                <numerusform>%Ln files could not be sorted and are where they were:</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%Ln files were copied into “%1”.</source>
            <translation>
                <numerusform>%Ln file was copied into “%1”.</numerusform>
                <numerusform>%Ln files were copied into “%1”.</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%Ln files were left alone so far</source>
            <translation>
                <numerusform>%Ln file was left alone so far</numerusform>
                <numerusform>%Ln files were left alone so far</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%Ln files were linked into “%1”.</source>
            <translation>
                <numerusform>%Ln file was linked into “%1”.</numerusform>
                <numerusform>%Ln files were linked into “%1”.</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%Ln files were moved into “%1”.</source>
            <translation>
                <numerusform>%Ln file was moved into “%1”.</numerusform>
                <numerusform>%Ln files were moved into “%1”.</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%Ln files were not removed and stay where they are:</source>
            <translation>
                <numerusform>%Ln file was not removed and stays where it is:</numerusform>
                <numerusform>%Ln files were not removed and stay where they are:</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%Ln files were removed again.</source>
            <translation>
                <numerusform>%Ln file was removed again.</numerusform>
                <numerusform>%Ln files were removed again.</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%Ln folders</source>
            <translation>
                <numerusform>%Ln folder</numerusform>
                <numerusform>%Ln folders</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%Ln more…</source>
            <translation>
                <numerusform>%Ln more…</numerusform>
                <numerusform>%Ln more…</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%Ln pictures get a number behind their names, because these are taken.</source>
            <translation>
                <numerusform>%Ln picture gets a number behind its name, because the name is taken.</numerusform>
                <numerusform>%Ln pictures get a number behind their names, because these are taken.</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%Ln pictures stay where they are, each because %1.</source>
            <translation>
                <numerusform>%Ln picture stays where it is: %1.</numerusform>
                <numerusform>%Ln pictures stay where they are, each because %1.</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%Ln pictures%1 will be copied into %2.</source>
            <translation>
                <numerusform>%Ln picture%1 will be copied into %2.</numerusform>
                <numerusform>%Ln pictures%1 will be copied into %2.</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%Ln pictures%1 will be linked into %2.</source>
            <translation>
                <numerusform>%Ln picture%1 will be linked into %2.</numerusform>
                <numerusform>%Ln pictures%1 will be linked into %2.</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%Ln pictures%1 will be moved into %2.</source>
            <translation>
                <numerusform>%Ln picture%1 will be moved into %2.</numerusform>
                <numerusform>%Ln pictures%1 will be moved into %2.</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>Tags</name>
        <message numerus="yes">
            <source>%Ln are unknown and were not tagged.</source>
            <translation>
                <numerusform>%Ln is unknown and was not tagged.</numerusform>
                <numerusform>%Ln are unknown and were not tagged.</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%Ln could not be changed:</source>
            <translation>
                <numerusform>%Ln could not be changed:</numerusform>
                <numerusform>%Ln could not be changed:</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%Ln could not be classified.</source>
            <translation>
                <numerusform>%Ln could not be classified.</numerusform>
                <numerusform>%Ln could not be classified.</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%Ln had no tags of Whatsit.</source>
            <translation>
                <numerusform>%Ln had no tags of Whatsit.</numerusform>
                <numerusform>%Ln had no tags of Whatsit.</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%Ln had the right tags already.</source>
            <translation>
                <numerusform>%Ln had the right tags already.</numerusform>
                <numerusform>%Ln had the right tags already.</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%Ln pictures were tagged.</source>
            <translation>
                <numerusform>%Ln picture was tagged.</numerusform>
                <numerusform>%Ln pictures were tagged.</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>The tags of %Ln pictures were taken away.</source>
            <translation>
                <numerusform>The tags of %Ln picture were taken away.</numerusform>
                <numerusform>The tags of %Ln pictures were taken away.</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>Wording</name>
        <message numerus="yes">
            <source>%Ln could not be classified</source>
            <translation>
                <numerusform>%Ln could not be classified</numerusform>
                <numerusform>%Ln could not be classified</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%Ln pictures</source>
            <translation>
                <numerusform>%Ln picture</numerusform>
                <numerusform>%Ln pictures</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%Ln pictures were taken off the list. The files are where they were.</source>
            <translation>
                <numerusform>The picture was taken off the list. Its file is where it was.</numerusform>
                <numerusform>%Ln pictures were taken off the list. The files are where they were.</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%Ln selected</source>
            <translation>
                <numerusform>%Ln selected</numerusform>
                <numerusform>%Ln selected</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%Ln stopped</source>
            <translation>
                <numerusform>%Ln stopped</numerusform>
                <numerusform>%Ln stopped</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>Fetching %Ln pictures…</source>
            <translation>
                <numerusform>Fetching %Ln picture…</numerusform>
                <numerusform>Fetching %Ln pictures…</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>Select at most %Ln pictures to open or show them elsewhere.</source>
            <translation>
                <numerusform>Select at most %Ln picture to open or show it elsewhere.</numerusform>
                <numerusform>Select at most %Ln pictures to open or show them elsewhere.</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>ZooWording</name>
        <message numerus="yes">
            <source>%Ln models</source>
            <translation>
                <numerusform>%Ln model</numerusform>
                <numerusform>%Ln models</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>Once more in %Ln seconds.</source>
            <translation>
                <numerusform>Once more in %Ln second.</numerusform>
                <numerusform>Once more in %Ln seconds.</numerusform>
            </translation>
        </message>
    </context>
</TS>
