# What Guizhou (贵州) asks for, where the words of the patterns do not say it.

rule-guizhou-sheet-lists-domains = All domains on the sheet, filed ones too
    .text = The verification sheet (核验单) must list all your domains: those that already have a filing number (备案号) and those that you are about to submit.
rule-guizhou-list-of-domains = A separate list if domains are many
    .text = If you have too many domains for the verification sheet (核验单), you may attach a separate list of domains with the access provider's seal (公章).
rule-guizhou-unit-free-change = Filing may change to any organisation or person
    .text = The filing of an organisation may be changed to another organisation or an individual; no proof of the change is needed.
