# What Hainan (海南) asks for, where the words of the patterns do not say it.

rule-hainan-principal-is-legal-rep = Principal is the legal representative
    .text = The principal (主体负责人) must be the legal representative (法定代表人). If not, you need a letter of authorisation (授权委托书).
rule-hainan-principal-letter = Letter of authorisation for the principal
    .text = If the principal (主体负责人) is not the legal representative, provide a letter of authorisation (授权委托书). The general template will do.
rule-hainan-individual-to-own-unit = Personal filing: only to your own company
    .text = The filing of an individual cannot be changed to another individual. If you are the legal representative (法定代表人) of a company, you can change it to the filing of an enterprise.
