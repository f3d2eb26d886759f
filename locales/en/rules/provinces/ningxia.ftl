# What Ningxia (宁夏) asks for, where the words of the patterns do not say it.

rule-ningxia-sheet-lists-domains = All domains on the sheet, filed ones too
    .text = The verification sheet (核验单) must list all your domains: those that already have a filing number (备案号) and those that you are about to submit.
rule-ningxia-access-name-matches = Filer's name as in the original filing
    .text = For an access filing (接入备案), the filer's name must be the same as in the filing on record with MIIT (工信部). If it differs, first change the filing at the original provider, or give a proof of change (变更证明) from the business registration office (工商部门).
rule-ningxia-access-name-proof = Proof of the change of name (access filing)
    .text = If the name differs and you have not first changed the filing at the original provider, access needs a proof of change (变更证明) from the business registration office (工商部门). Without it, cancel the filing and apply again.
rule-ningxia-investor-legal-rep = Investor field: the legal representative
    .text = In the field for investor or superior body (投资者或上级主管单位名称), enter the legal representative's name. Government bodies, public institutions, social organisations, the military and private schools enter the body above them instead.
rule-ningxia-investor = Investor field: the body above you
    .text = Government bodies, public institutions, social organisations, the military and private schools enter the full name of the body directly above them in the field for investor or superior body (投资者或上级主管单位名称).
rule-ningxia-licence = The latest approved { $documents }
    .text = An enterprise can file with this document: { $documents }. Use the one that was approved most recently.
