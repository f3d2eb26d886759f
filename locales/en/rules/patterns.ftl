# The words of rules that many provinces or products share (`rules/patterns.toml`). A key of the rule's own stands above these.

## People

rule-principal-is-legal-rep = Principal is the legal representative
    .text = For a filing in { $province }, the principal (主体负责人) must be the organisation's legal representative (法定代表人).
rule-principal-letter = Letter of authorisation for the principal
    .text = If the principal (主体负责人) is not the legal representative, you need a letter of authorisation (授权委托书) from the legal representative to the principal.
rule-manager-is-legal-rep = Site manager is the legal representative
    .text = For a filing in { $province }, the site manager (网站负责人) must be the organisation's legal representative (法定代表人). If not, you need a letter of authorisation (授权委托书) from the legal representative.
rule-manager-letter = Letter of authorisation for the site manager
    .text = If the site manager (网站负责人) is not the legal representative, you need a letter of authorisation (授权委托书) from the legal representative to the site manager.
rule-principal-is-not-manager = Principal and site manager differ
    .text = In { $province }, the principal (主体负责人) and the site manager (网站负责人) cannot be the same person. Please name two people.
rule-manager-only-here = Site manager serves one filer only
    .text = In { $province }, a site manager (网站负责人) can serve one filer only and cannot appear in the filing of another filer.
rule-phone-in-province = Mobile number registered in { $province }
    .text = The mobile number you give for the person in charge must be registered in { $province } (归属地).
rule-landline = A real local landline number
    .text = A landline that you enter must be a real local number. Its area code must match the area of the mailing address (通信地址).
rule-minimum-age = At least { $years } years old
    .text = In { $province }, a person in charge who is under { $years } cannot file.
rule-employment-proof = Proof of employment (under { $years })
    .text = If the person in charge is under { $years }, upload a proof of employment (就业证明) in the filing system. If you file as an individual, that person is you.

## Identity documents

rule-individual-id = Your identity document
    .text = Upload your own valid identity document: an electronic version of the original, such as a colour photo of your ID card (身份证).
rule-principal-id = The principal's identity document
    .text = Upload the valid identity document of the principal (主体负责人): an electronic version of the original, such as a colour photo of the ID card (身份证).
rule-manager-id = The site manager's identity document
    .text = Upload the valid identity document of the site manager (网站负责人): an electronic version of the original, such as a colour photo of the ID card (身份证).
rule-id-valid = ID card valid for over { $days } more days
    .text = If the principal (主体负责人) files with an ID card (身份证), it must have more than { $days } days left.
rule-manager-id-valid = Site manager's ID card: over { $days } days left
    .text = If the site manager (网站负责人) files with an ID card (身份证), it must have more than { $days } days left.
rule-resident-id-only = ID card only
    .text = In { $province }, Chinese citizens can file only with an ID card (身份证) as their document.
rule-id-in-province = Address on your document in { $province }
    .text = To file as an individual in { $province }, the address on your identity document must be in { $province }. If it is not, upload a residence permit (居住证).
rule-residence-permit = Residence permit for { $province }
    .text = If the address on the identity document is outside { $province }, upload a residence permit (居住证) for { $province }, such as a colour photo of the original.
rule-photo-with-id = Photo holding your identity document
    .text = Upload a photo of yourself holding your identity document, such as your ID card (手持个人证件照片).
rule-photo-with-unit-document = Photo holding the organisation's document
    .text = Upload a photo of the site manager (网站负责人) holding the organisation's document, such as the business licence (手持单位证件照片).

## The organisation's document

rule-unit-document = The organisation's document
    .text = Upload the valid document of the organisation that files (主办单位): an electronic version of the original, such as a colour photo of a company's business licence (营业执照).
rule-licence = Company document of an accepted kind
    .text = An enterprise in { $province } files with this as its document (主办单位证件): { $documents }.

## Domain

rule-domain-holder = Domain held by an accepted holder
    .text = The domain must be registered to one of these, under the same name: { $holders }.
rule-domain-valid = Domain valid for over { $days } more days
    .text = The domain must have more than { $days } days left before it expires. If it has fewer, renew it before you file.
rule-domain-privacy-off = Domain privacy protection off
    .text = If the domain has privacy protection (隐私保护), it must be switched off while you file.
rule-domain-check = The domain will be verified
    .text = For filing applications submitted in { $province } from 1 January 2018 on, the domain that you file is verified as well.
rule-different-prefixes = File domains with different prefixes apart
    .text = Domains with different prefixes must be filed as separate websites. For example, abc.com and 123.com have different prefixes.
rule-one-site-remark = Remark “域名指向同一网站”
    .text = If domains with different prefixes all open the same website, write “域名指向同一网站” (the domains lead to one website) in the website remarks (网站备注).
rule-huayuan-address = Which district a Huayuan address is in
    .text = If your mailing address (通信地址) is in the Huayuan (华苑) area, choose the district by the ring road: inside it is Nankai (南开区), outside it is Xiqing (西青区).

## Site

rule-site-name-rules = Rules for the website's name
    .text = Before you name the website, read the naming rules in Alibaba Cloud's filing help: “单位网站命名要求” for organisations, “个人网站命名要求” for individuals.
rule-filed-sites-open = Websites already filed can be opened
    .text = Every domain of yours that already has a filing number (备案号) must open, and the bottom of the page must show that number exactly as it was issued.
rule-filed-sites-linked = Filing number links to MIIT
    .text = Websites that you have already filed must open normally. The bottom of the page must show the filing number (备案号) and link it to the home page of MIIT, the Ministry of Industry and Information Technology (工业和信息化部).
rule-not-open-before = Website stays closed until filed
    .text = In { $province }, the website must not be open to visitors before the filing has succeeded. Close it first and open it afterwards.
rule-one-homepage-url = Only one home page URL
    .text = In { $province }, you can enter only one home page URL (首页 URL) for the website.
rule-purpose-remark = Website remarks: what the site is about
    .text = Write in the website remarks (网站备注) what the website will mainly do once it is open.
rule-sms-verification = Verify as the text message says
    .text = After the application has gone to the authority (管局), the person in charge gets a text message from MIIT (工信部). Complete the verification as it says.
rule-sms-by-original-manager = Original site manager verifies by SMS
    .text = After the first review of an access filing, the site manager (网站负责人) of the original filing must verify by text message. Only then does the authority review the application.
rule-verification-sheet = Verification sheet
    .text = The filing system provides the verification sheet (网站备案信息真实性核验单). Download it when you upload your documents, then upload a photo or scan of it.
rule-sheet-signature = Site manager signs the verification sheet
    .text = The site manager (网站负责人) signs the verification sheet (核验单) at the bottom, in the space for the site manager's signature.
rule-sheet-lists-domains = All domains on the verification sheet
    .text = Every domain in the website's domain list must be written on the verification sheet (核验单), with none left out.

## Change

rule-unit-stays-unit = No change from organisation to individual
    .text = In { $province }, the filing of an organisation cannot be changed into the filing of an individual.
rule-individual-stays-as-is = A personal filing cannot change hands
    .text = In { $province }, the filing of an individual cannot be changed to another individual, nor to an organisation.
rule-individual-to-own-unit = Personal filing: only to your own organisation
    .text = In { $province }, the filing of an individual cannot be changed to another individual. If you are the legal representative (法定代表人) of an organisation, you can change it to that organisation.
rule-free-change = Filing may change to any organisation or person
    .text = In { $province }, the filing of an organisation or an individual may be changed to another organisation or individual.
rule-name-change-unrelated = Unrelated companies: cancel and file anew
    .text = If the companies before and after the change of name are unrelated, no proof of change can be had and the filing cannot simply be changed. Cancel the filing, then apply again.
rule-name-change-proof = Proof of the change of name
    .text = If the companies before and after the change of name are related, provide a proof of change (变更证明) from the business registration office (工商部门).
rule-name-change-proof-nationwide = Proof of the company's change of name
    .text = If the name of the enterprise has changed, you need a proof of change (变更证明) from the business registration office (工商部门) of the province concerned when you file.
rule-name-change-proof-kinds = Which proof of change you need
    .text = An enterprise applies to the business registration office for a proof of change (工商变更证明). Government bodies, public institutions and the like use an official letter (函) from the body above them.
rule-name-and-number-proof = Proof for new name and document number
    .text = If the organisation's name and its document number change together, you need proof of both changes, the name and the number.
rule-number-change-free = New document number: no proof needed
    .text = In { $province }, you need no proof of change if you change the filing because the document number has changed.

## Access

rule-access-name-matches = Filer's name as in the original filing
    .text = For an access filing (接入备案), the filer's name must be the same as in the filing on record with MIIT (工信部备案信息). If it differs, access needs a proof of change (变更证明) from the business registration office (工商部门).
rule-access-name-proof = Proof of the change of name (access filing)
    .text = If the filer's name differs from the original filing, access needs a proof of change (变更证明) from the business registration office (工商部门). Without it, cancel the filing and apply again.
rule-access-data-matches = Name and number as in the original filing
    .text = For an access filing (接入备案), the filer's name (for an individual, your own name) and the document number must both match the filing on record with MIIT (工信部备案信息).
rule-access-change-first = First change at the original provider
    .text = If the name or the document number differs from the original filing, first make a change filing (变更备案) at the original access provider, or cancel the filing and apply again.
rule-access-rest-later = Other details can change after access
    .text = Other details only have to meet the present rules of the authority in { $province }. You can change them after the access filing has succeeded.

## Providers

rule-server-months = { $server }: { $months }-month term or longer
    .text = { $server }: to be used for a filing, it must be bought for a { $months }-month term or longer.
rule-server-subscription = { $server }: subscription
    .text = { $server }: it must be bought as a subscription (包年包月). Pay-as-you-go (按量付费) does not qualify for a filing.
rule-server-bandwidth = { $server }: public bandwidth
    .text = { $server }: to be used for a filing, it must have public network bandwidth (公网带宽) bought for it.
rule-server-order = { $server }: order of { $yuan } yuan or more
    .text = { $server }: to be used for a filing, the order must come to at least { $yuan } yuan.
rule-server-in-mainland = Server in mainland China
    .text = The server that you file with must be in one of your access provider's locations in mainland China.
rule-service-numbers = { $server }: site limit { $sites }
    .text = { $server }: each one gives filing service numbers (备案服务号) up to a limit of { $sites }. Every website that you file uses one.

## Pre-approval

rule-approval = Pre-approval: { $category }
    .text = If your website offers this content ({ $category }), get the pre-approval (前置审批) document before filing. If the approving body says that you need none, provide a remark or a statement as the reviewer asks.
rule-approval-cancelled = No pre-approval needed: { $category }
    .text = Your website offers this content: { $category }. Pre-approval (前置审批) for it has been abolished nationwide, so you do not need it.
rule-approval-option = Pre-approval option to choose: { $option }
    .text = If your website offers this content ({ $category }), choose the option “{ $option }” under special pre-approval (前置审批专项).

## People and documents, more

rule-id-in-province-only = Address on your document must be in { $province }
    .text = To file as an individual in { $province }, the address on your identity document must be in { $province }. If it is not, you cannot file there as an individual.
rule-unit-in-province = Organisation located in { $province }
    .text = An organisation that files in { $province } must be located in { $province }, going by the address on its document (单位证件). If it is not, it cannot file there.
rule-no-foreigners = Foreign nationals cannot file
    .text = In { $province }, you cannot file if the principal (主体负责人) is a foreign national.
rule-no-temporary-id = No temporary ID card
    .text = In { $province }, a temporary ID card (临时身份证) cannot be used for filing.
rule-guardian-id = Guardian's identity document (under { $years })
    .text = If you are under { $years }, a filing in { $province } needs the identity document of your guardian (监护人的身份证件).
rule-employment-or-income-proof = Proof of employment or income (under { $years })
    .text = If the person in charge is under { $years }, provide a proof of employment (劳动就业证明) or of income (收入证明). The legal representative of an organisation needs none. If you file as an individual, the person in charge is you.
rule-establishment-proof = Proof of establishment (编办证明)
    .text = Government bodies and public institutions that file in { $province } need a proof of establishment (编办证明), issued by the body above them.
rule-file-as-individual = Without a trade name: file as an individual
    .text = In { $province }, a sole proprietor (个体工商户) without a trade name (字号) files as an individual (个人).

## Domain and content, more

rule-domain-registered-here = Domain registered in mainland China
    .text = The domain must be registered in mainland China. { $province } does not accept a domain registered elsewhere.
rule-domain-certificate = Domain certificate
    .text = For a filing in { $province }, provide the domain certificate (域名证书) of each domain that you file this time.
rule-no-blog = No blog on a personal website
    .text = In { $province }, a website filed by an individual cannot have a blog as its content. Among the website's services (服务内容) this is “博客/个人空间” (blog or personal space).
rule-blog-approval = Pre-approval: blog
    .text = In { $province }, a website with blog content (“博客/个人空间”) first needs pre-approval (前置审批) from the body in charge, with a document that shows it.

## The verification sheet, more

rule-sheet-seal = Official seal on the verification sheet
    .text = Put the organisation's official seal (单位公章) on the verification sheet (核验单).
rule-in-person-check = Verification in person
    .text = For a filing in { $province }, you need to go to a verification point (核验点) for verification in person (当面核验).
rule-sheet-again = New verification sheet for any change
    .text = In { $province }, whatever filing information you change, you must provide the verification sheet (核验单) again.
rule-sheet-typed = Verification sheet may be printed by machine
    .text = What stands on the verification sheet (核验单) may be printed by machine. The signature and the seal are still needed, as required.
rule-subject-change-papers = Papers for a change of the filer record
    .text = To change the filer record (主体信息) in { $province }, provide two originals of the verification sheet (核验单), the in-person verification photo of the site manager (网站负责人) in front of the standard backdrop, and copies of the valid documents of the filer and the site manager.

## Access, more

rule-access-free = Meeting the present rules is enough
    .text = For an access filing (接入备案), your information only has to meet the present rules of the authority in { $province }. You can make changes after the access filing has succeeded.
rule-access-name-strict = Filer's name as in the original filing
    .text = For an access filing (接入备案), the filer's name must be the same as in the filing on record with MIIT (工信部备案信息).
rule-access-name-change-first = Name differs: first change or cancel
    .text = If the filer's name differs from the original filing, first make a change filing (变更备案) at the original access provider, or cancel the filing and apply again.
rule-access-people-match = Person in charge as in the original filing
    .text = For an access filing (接入备案), the principal and the site manager must be the same as in the original filing.
rule-access-people-change-first = Person in charge differs: change first
    .text = If the person in charge (负责人) differs from the original filing, make a change filing (变更备案) at the original access provider first, then the access filing.
rule-access-all-matches = All details as in the original filing
    .text = For an access filing (接入备案), your information must match the filing on record with MIIT (工信部备案信息), including the name (for an individual, your own), the document number and the person in charge.
rule-access-all-change-first = Details differ: first change or cancel
    .text = If your information differs from the original filing, first make a change filing (变更备案) at the original access provider, or cancel the filing and apply again.

## Stages

rule-authority-takes = { $province }: about { $working_days_at_least } to { $working_days_at_most } working days
    .text = By Tencent Cloud's estimate of November 2021 the authority (管局) of { $province } takes { $working_days_at_least } to { $working_days_at_most } working days. It is some years old: take it as a rough guide, and ask your provider how long it takes now.
