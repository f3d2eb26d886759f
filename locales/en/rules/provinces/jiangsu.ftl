# What Jiangsu (江苏) asks for, where the words of the patterns do not say it.

rule-jiangsu-finance-bodies = Whom to ask about finance in Jiangsu
    .text = In Jiangsu, ask the economy and information commission (经信委) if financing or financing guarantees are named. Private funds need a paper from the financial regulator that permits a finance filing. This is for reference only.
rule-jiangsu-address-fits-phone = Address fits phone and location
    .text = Your mailing address (通信地址) must fit the office phone (办公电话) and the province and city where the filer is.
rule-jiangsu-exact-address = Mailing address down to the house number
    .text = Give your mailing address (通信地址) exactly, down to the house number.
rule-jiangsu-phone-used-twice = Mobile number used twice at most
    .text = The same mobile number may be entered twice at most, and then for the same person.
rule-jiangsu-principal-is-legal-rep = Principal is the legal representative
    .text = Name the legal representative (法定代表人) as principal (主体负责人). If you name another person, provide a letter of authorisation (授权委托书).
rule-jiangsu-principal-letter = Letter of authorisation for the principal
    .text = If the principal (主体负责人) is not the legal representative, provide a letter of authorisation (授权委托书). The general form will do.
rule-jiangsu-manager-is-principal = Site manager is the principal
    .text = If the principal (主体负责人) is not the legal representative, that same person must be the site manager (网站负责人) too.
rule-jiangsu-individual-employment-or-income-proof = Proof of employment or income (under { $years })
    .text = If you are under { $years }, provide a proof of employment (劳动就业证明) or of income (收入证明).
rule-jiangsu-residence-permit-older = Jiangsu residence permit, or temporary one
    .text = If the address on your ID card is not in Jiangsu, provide a Jiangsu residence permit (居住证) or temporary residence permit (暂住证).
rule-jiangsu-enterprise-licence = Business licence or a similar document
    .text = An enterprise may file with its business licence (营业执照) or a similar document.
