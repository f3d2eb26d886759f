# What Hebei (河北) asks for, where the words of the patterns do not say it.

rule-hebei-domains-lead-to-one-site = All domains lead to one site
    .text = If a site has several domains, all of them may only lead to that same site.
rule-hebei-name-change-unrelated = Unrelated companies: cancel and file anew
    .text = If the companies before and after the change of name are unrelated, cancel the filing, then apply again.
rule-hebei-investor = Investor field: superior body or your own
    .text = Enter the full name of the body directly above you, or of your own organisation, in the field for investor or superior body (投资者或上级主管单位名称). It must fit your kind of organisation.
rule-hebei-enterprise-investor = Investor field: three choices
    .text = As an enterprise, enter one of these in the field for investor or superior body (投资者或上级主管单位名称): the full name of the body directly above you, your own full name, or your legal representative's name (法人姓名).
rule-hebei-file-as-individual = Without a trade name: file as an individual
    .text = A sole proprietor (个体工商户) without a registered trade name (工商字号) files as an individual (个人) and says so in the remark (备注).
