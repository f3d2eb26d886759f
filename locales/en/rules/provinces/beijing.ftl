# What Beijing (北京) asks for, where the words of the patterns do not say it.

rule-beijing-list-of-domains = Beijing filing confirmation (北京备案确认书)
    .text = If you have too many domains to fit on the verification sheet (核验单), you can list all of them on this template (北京备案确认书).
rule-beijing-principal-is-legal-rep = Principal is the legal representative
    .text = Name the legal representative (法定代表人) as principal (主体负责人). If that is really not possible, hand in the legal representative's letter of authorisation and an electronic copy of both sides of their ID card instead.
rule-beijing-principal-letter = Letter of authorisation and legal rep's ID card
    .text = If your principal is not the legal representative, two papers are needed: the legal representative's letter of authorisation (法定代表人授权委托书), and both sides of their ID card in electronic form, such as colour photos of the original.
rule-beijing-domain-suffix-listed = Domain ending on Beijing's list
    .text = Organisations may only use endings on the list, such as .com, .cn, .net, .top, .shop, .中国, .公司 and .网络. Country-code domains that are not on it are not supported; .hk, .tw, .asia, .jp, .so, .me, .icu, .io, .win and .org are all refused.
rule-beijing-domain-registered-here = Beijing: domain registered in mainland China
    .text = The domain must be registered in mainland China. Beijing does not support filing domains registered elsewhere.
rule-beijing-list-may-change = The list of endings may change
    .text = If the Beijing authority (管局) sets new requirements, the supported domain endings can change at any time. Alibaba Cloud updates the list once it is told.
rule-beijing-name-and-number-proof = Proof for new name and document number
    .text = If the organisation's name and document number change together, you need proof of both: the change of name, and the change of number by merging three certificates into one (三证合一).
rule-beijing-number-merged-free = New number by merger only: no proof needed
    .text = If only your document number changed because three certificates were merged into one (三证合一), you need no proof of change.
rule-beijing-common-suffix = A common domain ending
    .text = Beijing only accepts common endings such as .com. Country-code endings such as .hk, .tw, .asia, .jp, .co, .io, .so, .biz and .me cannot be filed.
rule-beijing-unit-id-kind-hong-kong-macao = Principal (Hong Kong) uses passport
    .text = If your principal (主体负责人) is a Hong Kong resident, use their passport (护照). The Home Return Permit (回乡证) and the Hong Kong ID card are not accepted. This rule does not mention Macao.
rule-beijing-manager-id-kind-hong-kong-macao = Site manager (Hong Kong) uses passport
    .text = If your site manager (网站负责人) is a Hong Kong resident, use their passport (护照). The Home Return Permit (回乡证) and the Hong Kong ID card are not accepted. This rule does not mention Macao.
rule-beijing-individual-id-kind-hong-kong-macao = Hong Kong residents file with passport
    .text = If you are a Hong Kong resident, file with your passport (护照). The Home Return Permit (回乡证) and the Hong Kong ID card are not accepted. This rule does not mention Macao.
