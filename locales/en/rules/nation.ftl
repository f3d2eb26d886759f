# Texts of the nationwide rules (rules/nation.toml) and of pre-approval (rules/approvals.toml).

## Whether a filing is needed

rule-nation-no-filing-abroad = No filing for a server outside the mainland
    .text = If your website is hosted outside mainland China, its domain does not need to be filed.
rule-nation-filing-needed = File before the site opens
    .text = A website on a server in mainland China must first be filed with the Ministry of Industry and Information Technology (MIIT, 工信部). Open the site once that is done.
rule-nation-subdomain-covered = Subdomains need no filing of their own
    .text = Once the main domain (顶级域名, such as abc.com) is filed, its subdomains may point straight to your provider's space and need no filing of their own.
rule-nation-file-apex-first = Main domain has a filing number first
    .text = Before you use a subdomain, its main domain (顶级域名, such as abc.com) needs a filing number (备案号). If it has none yet, file the main domain first. Once that is approved, the subdomain works normally.

## Domain

rule-nation-domain-suffix-approved = Domain ending approved by MIIT
    .text = The ending of your domain must be on the list approved by MIIT (工信部), otherwise it cannot be filed. You find the list on the MIIT website under 中国互联网域名体系.
rule-nation-domain-in-validity = Domain registration not expired
    .text = Your domain must still be within its registration period. An expired domain cannot be used for a filing.
rule-nation-registrar-approved = Registrar approved by MIIT
    .text = Your registrar must be approved by MIIT (工信部). Check it on the MIIT website under 域名注册服务机构审批情况. If it is not listed, first transfer the domain to a registrar that is.
rule-nation-registrar-transfer = Transfer the domain to a mainland registrar
    .text = Transfer the domain from the international registrar (such as Alibaba Cloud International) to one in mainland China and complete real-name verification (实名认证); only then can it be filed. This holds since 1 January 2018.
rule-nation-registrar-since-2018 = Registrar in mainland China
    .text = Since 1 January 2018, a domain at an international registrar (such as Alibaba Cloud International) cannot be filed as it is: first transfer it to a registrar in mainland China, and complete real-name verification (实名认证).
rule-nation-registrar-abroad-older = Domains of the international site cannot be filed
    .text = A domain bought on Alibaba Cloud's international site (alibabacloud.com) cannot be filed. If you want an Alibaba Cloud domain, register it on the China site (aliyun.com).
rule-nation-registrar-filed-earlier = Domains filed earlier need no transfer
    .text = A domain registered with an international registrar before 1 January 2018 need not be transferred to the mainland if it has already been filed successfully.
rule-nation-domain-verified = Domain has passed real-name verification
    .text = A domain without real-name verification (实名认证) cannot be filed. If the verified details differ from the filer's, the order may not go through or may fail review. Ask your domain provider how to verify.
rule-nation-domain-verified-three-days = Wait { $days } days after verification
    .text = Verification details take about { $days } days to reach the authority. We suggest you apply after these { $days } days. Otherwise the authority may not find the latest details, and the filing may fail.
rule-nation-individual-domain-data = Domain holder's details match yours
    .text = The name, document type and document number under which the domain was verified must match what you enter in the filing. If they do not, first transfer the domain to yourself (域名过户).
rule-nation-unit-domain-data = Domain holder's details match the filing
    .text = The name, document type and document number under which the domain was verified must match what you enter in the filing. If they do not, first transfer the domain to the filer (域名过户). Some provinces accept an uploaded proof instead.

## Advice

rule-nation-read-province-rules = Read your province's rules first
    .text = Each authority (管局) has its own demands, so the papers differ. Before you start, it is best to read the filing rules of the authority in your province, and to check MIIT's filing system (工信部备案管理系统) for more.

## Identity documents of an individual

rule-nation-id-mainland = Mainland residents: ID card
    .text = If you are a resident of mainland China, have your ID card (身份证) ready.
rule-nation-id-hong-kong-macao = Hong Kong, Macao residents: residence or travel permit
    .text = If you are a resident of Hong Kong or Macao, China, have your residence permit (港澳居民居住证) or your mainland travel permit (港澳居民来往内地通行证) ready. One is enough.
rule-nation-id-hong-kong-macao-tencent = Hong Kong, Macao residents: mainland travel permit
    .text = If you are a resident of Hong Kong or Macao, have your mainland travel permit (港澳居民来往内地通行证) ready.
rule-nation-id-taiwan = Taiwan residents: residence or travel permit
    .text = If you are a resident of Taiwan, China, have your residence permit (台湾居民居住证) or your mainland travel permit (台湾居民来往大陆通行证) ready. One is enough.
rule-nation-id-taiwan-tencent = Taiwan residents: mainland travel permit (台胞证)
    .text = If you are a resident of Taiwan, have your mainland travel permit (台胞证) ready.
rule-nation-id-foreign = Foreign nationals: passport
    .text = If you are a foreign national, have your passport (护照) ready.
rule-nation-individual-id-kind-mainland = Mainland residents file with ID card
    .text = If you are a resident of mainland China, you have to file with your ID card (身份证).
rule-nation-individual-id-kind-hong-kong-macao = Hong Kong, Macao residents file with residence or travel permit
    .text = If you are a resident of Hong Kong or Macao, China, you have to file with your residence permit (港澳居民居住证) or your mainland travel permit (港澳居民来往内地通行证).
rule-nation-individual-id-kind-taiwan = Taiwan residents file with residence or travel permit
    .text = If you are a resident of Taiwan, China, you have to file with your residence permit (台湾居民居住证) or your mainland travel permit (台湾居民来往大陆通行证).
rule-nation-individual-id-kind-foreign = Foreign nationals file with passport
    .text = If you are a foreign national, you have to file with your passport (护照).

## Identity documents of an organisation's principal and site manager

rule-nation-principal-id-mainland = Principal (mainland): ID card
    .text = If the principal (主体负责人) is a resident of mainland China, have their ID card (身份证) ready.
rule-nation-principal-id-hong-kong-macao = Principal (Hong Kong, Macao): residence or travel permit
    .text = If the principal (主体负责人) is a resident of Hong Kong or Macao, China, have their residence permit (港澳居民居住证) or their mainland travel permit (港澳居民来往内地通行证) ready. One is enough.
rule-nation-principal-id-taiwan = Principal (Taiwan): residence or travel permit
    .text = If the principal (主体负责人) is a resident of Taiwan, China, have their residence permit (台湾居民居住证) or their mainland travel permit (台湾居民来往大陆通行证) ready. One is enough.
rule-nation-principal-id-foreign = Principal (foreign): passport
    .text = If the principal (主体负责人) is a foreign national, have their passport (护照) ready.
rule-nation-unit-id-kind-mainland = Principal (mainland) uses ID card
    .text = If the principal (主体负责人) is a resident of mainland China, the filing has to use their ID card (身份证).
rule-nation-unit-id-kind-hong-kong-macao = Principal (Hong Kong, Macao) uses residence or travel permit
    .text = If the principal (主体负责人) is a resident of Hong Kong or Macao, China, the filing has to use their residence permit (港澳居民居住证) or their mainland travel permit (港澳居民来往内地通行证).
rule-nation-unit-id-kind-taiwan = Principal (Taiwan) uses residence or travel permit
    .text = If the principal (主体负责人) is a resident of Taiwan, China, the filing has to use their residence permit (台湾居民居住证) or their mainland travel permit (台湾居民来往大陆通行证).
rule-nation-unit-id-kind-foreign = Principal (foreign) uses passport
    .text = If the principal (主体负责人) is a foreign national, the filing has to use their passport (护照).
rule-nation-manager-own-id = Site manager's own identity document
    .text = By default the site manager (网站负责人) takes over the details of the principal (主体负责人). If they are two different people, also have the site manager's own document ready.
rule-nation-manager-id-mainland = Site manager (mainland): ID card
    .text = If the site manager (网站负责人) is a resident of mainland China, have their ID card (身份证) ready.
rule-nation-manager-id-hong-kong-macao = Site manager (Hong Kong, Macao): residence or travel permit
    .text = If the site manager (网站负责人) is a resident of Hong Kong or Macao, China, have their residence permit (港澳居民居住证) or their mainland travel permit (港澳居民来往内地通行证) ready. One is enough.
rule-nation-manager-id-taiwan = Site manager (Taiwan): residence or travel permit
    .text = If the site manager (网站负责人) is a resident of Taiwan, China, have their residence permit (台湾居民居住证) or their mainland travel permit (台湾居民来往大陆通行证) ready. One is enough.
rule-nation-manager-id-foreign = Site manager (foreign): passport
    .text = If the site manager (网站负责人) is a foreign national, have their passport (护照) ready.
rule-nation-manager-id-kind-mainland = Site manager (mainland) uses ID card
    .text = If the site manager (网站负责人) is a resident of mainland China, the filing has to use their ID card (身份证).
rule-nation-manager-id-kind-hong-kong-macao = Site manager (Hong Kong, Macao) uses residence or travel permit
    .text = If the site manager (网站负责人) is a resident of Hong Kong or Macao, China, the filing has to use their residence permit (港澳居民居住证) or their mainland travel permit (港澳居民来往内地通行证).
rule-nation-manager-id-kind-taiwan = Site manager (Taiwan) uses residence or travel permit
    .text = If the site manager (网站负责人) is a resident of Taiwan, China, the filing has to use their residence permit (台湾居民居住证) or their mainland travel permit (台湾居民来往大陆通行证).
rule-nation-manager-id-kind-foreign = Site manager (foreign) uses passport
    .text = If the site manager (网站负责人) is a foreign national, the filing has to use their passport (护照).

## Pre-approval, category by category

rule-approvals-news = Internet news service permit
    .text = Sites that publish or repost political and current-affairs news or comment, offer bulletin boards on it or send it to the public need this permit (互联网新闻信息服务许可证). The cyberspace office of each province (网络安全和信息化委员会办公室) gives it.
rule-approvals-publishing = Internet publishing permit
    .text = Offering e-books, online newspapers or magazines, audio and video releases, mobile, academic, art or educational publications, maps and the like needs this permit (互联网出版许可证). The province's publicity department or press and publication bureau (新闻出版广电局) gives it.
rule-approvals-drugs-devices = Drug and medical device approval
    .text = Drug or device information needs the certificate 互联网药品信息服务资格证书 from the province's food and drug bureau (chemical drugs: from MIIT). Some provinces, but not for example Beijing and Shandong, accept a drug (药品经营许可证) or device (医疗器械经营企业许可证) dealer licence. The review decides.
rule-approvals-culture = Online culture permit
    .text = Sites that produce, spread or circulate cultural products such as music or animation online need this permit (网络文化经营许可证). The culture and tourism department (文化和旅游厅) of each province gives it.
rule-approvals-audiovisual = Online audiovisual programme permit
    .text = Video, live-streaming and similar sites need this permit (信息网络传播视听节目许可证) from the province's publicity department or press and broadcasting bureau (新闻出版广电局). Regulators still insist on it; without it the filing does not pass.
rule-approvals-ride-hailing = Ride-hailing permit
    .text = Running or managing a ride-hailing service in a city, or related activities, needs this permit (网络预约出租汽车经营许可证). The transport committee (交通管理委员会) where the company is registered gives it.
rule-approvals-games = Game approval
    .text = A game must be approved before it officially launches and before it charges. In Sichuan and Hubei the province's own press and publication authority decides; elsewhere the Central Publicity Department (中宣部) or the province's press and publication bureau (新闻出版广电局).
rule-approvals-finance = Special approval from a financial regulator
    .text = Firms in finance need a special approval; rules vary by province. Whom to ask: PBOC (人民银行) on payment; the province (省金融办) or CBRC (银监会) on online lending; CIRC (保监会) on insurance; CBRC on trusts, consumer finance; CSRC (证监会) on crowdfunding, funds, guarantees; AMAC (中国证券投资基金业协会) on private funds.
rule-approvals-finance-words = Special approval for names that suggest finance
    .text = Words like finance (金融), fund (基金), wealth management (理财) or payment (支付) in a name call for special approval by a financial regulator. If the site has nothing to do with finance, change the company name or business scope, or it cannot be filed. The words are for reference; the review decides.
rule-approvals-foundation-papers = Foundation's admission proof and guarantee
    .text = Foundations (charity, public welfare) hand in proof of admission from the civil affairs office (民政), such as a registration, and a sealed guarantee to do no financial business. Zhejiang also wants a finding by the financial regulator; without the relevant financial licence, no filing.
rule-approvals-religion = Approval for online religious information
    .text = Publishing or promoting religious information online, or holding religious activities there, needs a reply letter or approval (批复函或批文) from the local ethnic and religious affairs committee (民族宗教事务委员会) that allows it. At present only Guangdong asks for it.
rule-approvals-religion-elsewhere = Religious approval: only Guangdong asks
    .text = For sites with religious information or activities, at present only Guangdong asks for a reply letter or approval from the ethnic and religious affairs committee (民族宗教事务委员会). Other provinces do not.

## Pre-approval that was cancelled

rule-approvals-education = Education pre-approval has been cancelled
    .text = Pre-approval for education sites and online schools (degrees, distance-teaching videos, exam training and the like) has been cancelled nationwide. You need no approval paper for it.
rule-approvals-healthcare = Healthcare pre-approval has been cancelled
    .text = Pre-approval for sites of medical institutions and for sites or channels on preventive health care has been cancelled nationwide. You need no approval paper for it.
rule-approvals-bulletin-board = Bulletin board pre-approval has been cancelled
    .text = The special approval for forums, chat rooms, message boards and other places where visitors post has been cancelled by the State Council (国务院). You need no approval paper for it anywhere in the country.

## Pre-approval in the filing

rule-approvals-upload-approval = Enter and upload the pre-approval
    .text = Get the pre-approval paper (前置审批文件) from the approving body before you file, or the review will fail. When you fill in the site's details, choose the matching pre-approval type, enter the approval number and upload the paper.
rule-approvals-waived-remark = Note the approving body's answer
    .text = If the approving body told you that no approval is needed, add a remark as the first reviewer asks: in the remark box under the pre-approval type (前置审批类型), give the body's name, its landline with area code and its answer.
rule-approvals-waived-statement = Statement that no pre-approval is needed
    .text = If the reviewer asks for it, send it to the address they give, in any form. It names the approving body and its landline with area code, describes the site and pledges, at your own risk, that no pre-approval is needed or touched on. The legal representative signs; add date and official seal (公章).

rule-approvals-waived-not-everywhere = A remark or statement may not do
    .text = Where the authority accepts neither remark nor statement, the approval is needed after all. If the site's name or content itself calls for it, get the approval or change the name or content.
