# What Henan (河南) asks for, where the words of the patterns do not say it.

rule-henan-enterprise-licence = Latest company document, merged
    .text = An enterprise in { $province } must file with its latest document, the one that merges three certificates into one (三证合一): { $documents }.
rule-henan-enterprise-unit-in-province = Company address in { $province }
    .text = For an enterprise that files for the first time, the address on its document must be in { $province }. If it is not, it cannot file in { $province }.
rule-henan-domain-certificate-by-post = Domain certificates by post
    .text = If this filing has at least { $domains } domains, post the domain certificates (域名证书).
rule-henan-domain-certificate-for-many = Domain certificates
    .text = If you as an individual submit at least { $domains } domains at a time, provide their domain certificates (域名证书).
rule-henan-upload-as-manager = Site manager's name with the uploads
    .text = If the principal (主体负责人) and the site manager (网站负责人) are not the same person, enter the site manager's name where you upload the papers.
rule-henan-manager-papers = The site manager's documents
    .text = If the principal (主体负责人) and the site manager (网站负责人) are not the same person, upload the site manager's documents.
rule-henan-investor = Investor field: the filer's name
    .text = An enterprise must enter the filer's name (主办单位名称) in the field for investor or superior body (投资者或上级主管).
rule-henan-file-as-unit = Without a trade name: file as a unit
    .text = In Henan, a sole proprietor (个体工商户) whose licence shows no trade name (字号、名称) files as an organisation (单位).
rule-henan-file-as-enterprise = No trade name, no seal: enterprise
    .text = A sole proprietor (个体工商户) with neither a trade name on the licence nor an official seal (公章) files as an enterprise (企业).
rule-henan-name-as-on-seal = Filer's name as on the seal
    .text = If your licence shows no trade name (字号) but you have an official seal (公章), the filer's name must be the same as on the seal.
rule-henan-name-without-seal = Filer's name without a seal
    .text = With neither trade name nor seal, the authority's rules give two forms: the name of the physical shop, or “个体工商户” and the owner's name, as in “个体工商户张三”. Ask which one is wanted before you submit.
rule-henan-no-seal-remark = Say in the remark: sole proprietor
    .text = With neither a trade name nor an official seal (公章), say in the remark (备注) that you are a sole proprietor (个体工商户). The verification sheet (核验单) then needs no seal.
