# What Xinjiang (新疆) asks for, where the words of the patterns do not say it.

rule-xinjiang-sheet-signature = Sheet: signature and fingerprint
    .text = The site manager (网站负责人) signs the verification sheet (核验单) at the bottom and presses a fingerprint (手印) next to the signature.
rule-xinjiang-security-certificate = Site manager's security certificate
    .text = Provide a copy of the site manager's certificate for information security staff (网络信息安全人员从业资格证书), or a copy of a proof issued by the authority (管局).
rule-xinjiang-principal-is-legal-rep = Principal is the legal representative
    .text = The principal (主体负责人) must be the organisation's legal representative (法定代表人). If not, you need a letter of authorisation (授权委托书).
rule-xinjiang-principal-letter = Letter of authorisation for the principal
    .text = If the principal (主体负责人) is not the legal representative, you need a letter of authorisation (授权委托书). The general form will do.
rule-xinjiang-unit-free-change = Filing may change to any organisation or person
    .text = The filing of an organisation may be changed to another organisation or an individual; no proof of the change is needed.
