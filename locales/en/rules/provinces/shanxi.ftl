# What Shanxi (山西) asks for, where the words of the patterns do not say it.

rule-shanxi-sheet-again = Any change: post the sheet again
    .text = Whatever filing information you change, post the verification sheet (核验单) once more.
rule-shanxi-state-name-document = “中国” or “中央” needs an organisation code
    .text = If the site's name has words such as 中国 (China) or 中央 (central), file with an organisation code certificate (组织机构代码证). Individuals have none: please choose another name.
rule-shanxi-state-name-remark = Remark: who approved the name
    .text = If the site's name has words such as 中国 (China) or 中央 (central), say in the website remarks (网站备注) which department approved it.
rule-shanxi-state-name-approval = Copy of the approval, by post
    .text = If the site's name has words such as 中国 (China) or 中央 (central), post a copy of the document that approves it (批文).
rule-shanxi-principal-is-legal-rep = Principal is the legal representative
    .text = Name the legal representative (法定代表人) as principal (主体负责人). If the principal is someone else, provide a letter of authorisation (授权委托书).
rule-shanxi-principal-letter = Letter of authorisation for the principal
    .text = If the principal (主体负责人) is not the legal representative, provide a letter of authorisation (授权委托书). The general form will do.
rule-shanxi-file-as-individual = Without a trade name: file as an individual
    .text = A sole proprietor (个体工商户) without a trade name (字号) files as an individual (个人). Say in the website remarks (网站备注) that you are a sole proprietor without a trade name, and add your registration number (注册号).
rule-shanxi-unit-free-change = Filing may change to any organisation or person
    .text = The filing of an organisation may be changed to another organisation or an individual; no proof of the change is needed.
