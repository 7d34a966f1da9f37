OC.L10N.register(
    "hello_release",
    {
    "Hello, release" : "Hallo, Release",
    "This app came without a signature." : "Diese App kam ohne Signatur.",
    "_%n file arrived as it was signed_::_%n files arrived as they were signed_" : ["%n Datei kam an, wie sie signiert wurde","%n Dateien kamen an, wie sie signiert wurden"],
    "_%n file is not what was signed_::_%n files are not what was signed_" : ["%n Datei ist nicht, was signiert wurde","%n Dateien sind nicht, was signiert wurde"],
    "These names came through" : "Diese Namen kamen durch",
    "Copied" : "Kopiert"
},
"nplurals=2; plural=(n != 1);");
