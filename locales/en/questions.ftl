# Questions about the fields of a filing: short name, question (.ask), how to answer (.hint), where to look (.where).

## Basics

field-as_of = Reference date
    .ask = Which day should the answers count from?
    .hint = Today by default; to use another day, write a date such as 2026-05-01.
    .where = If in doubt, keep today.

field-provider = Access provider
    .ask = Which access provider (接入服务商, the company that hosts your site) do you file through?
    .hint = Usually the cloud company that sold you the server.
    .where = Check where the server was bought: the order or the console shows the company's name.

field-operation = Type of filing
    .ask = What kind of filing do you need this time?
    .hint = If you have never filed before, choose the first filing (首次备案).
    .where = Look up your name or domain on beian.miit.gov.cn to see whether you have filed before.

field-channel = Where you apply
    .ask = Where do you fill in and submit the application?
    .hint = This is about the application, not about your website.
    .where = Look at where you opened the access provider's filing page.

field-stage = Filing progress
    .ask = How far has your filing come?
    .hint = If you have not submitted anything yet, choose preparing.
    .where = The filing page in your access provider's console shows the current status.

## The filer

field-filer = Type of filer
    .ask = Who is filing: you as a person, or which kind of organisation?
    .hint = In other words, who owns the site: you as a person, or an organisation.
    .where = The organisation's licence or certificate says what it is; without an organisation you file as an individual.

field-province = Province
    .ask = In which province do you file?
    .hint = Usually where the address on the licence lies or, for individuals, on the ID card or residence permit.
    .where = Look at the address on the organisation's document, your ID card or your residence permit.

field-unit_name = Organisation's full name
    .ask = What is the full name of your organisation?
    .hint = Write it in Chinese, exactly as it stands on the document.
    .where = It stands in the name field (名称) of the organisation's document, such as the business licence.

field-unit_document = Organisation's document
    .ask = Which document does your organisation file with?
    .hint = See the title printed at the top of the document.
    .where = The title on the paper says it; the office or accounting staff usually keep it.

field-unit_in_province = Organisation in province
    .ask = Is the address on the organisation's document in the province where you file?
    .hint = The printed address counts, not where the office actually is.
    .where = See the address field (住所 or 地址) of the organisation's document.

field-unit_level = Level of the organisation
    .ask = At which level does your organisation stand?
    .hint = For public bodies, the level of the body above them; ordinary companies choose the last one.
    .where = See the registration authority or the sponsor on the organisation's document, or ask the body above it.

field-has_trade_name = Trade name
    .ask = Does your sole proprietor's licence carry a trade name (字号, the name of the shop)?
    .hint = If the name field (名称) is empty or filled with asterisks, there is usually none.
    .where = See the name field (名称) of the business licence.

field-has_seal = Official seal
    .ask = Does your organisation have an official seal (公章)?
    .hint = That is the stamp with its full name; finance or contract stamps do not count.
    .where = Ask whoever keeps the stamps, usually the office or accounting staff.

field-cluster_address = Cluster address
    .ask = Is the registered address a cluster address (集群注册), shared by many companies?
    .hint = That is the address of a hosting agency, registered as one's own.
    .where = See the address on the business licence, or ask the agency that registered the company for you.

field-licence_form = Form of the document
    .ask = Will you hand in the original of the organisation's document or a photocopy?
    .hint = Both 正本 and 副本 of a business licence are originals; a photocopy stays one even with a seal.
    .where = See whether the paper in your hand was issued by the authority or made by a copier.

field-is_hospital = Hospital
    .ask = Is your organisation a hospital?
    .hint = Answer yes if it is a hospital with a medical practice licence (医疗机构执业许可证).
    .where = See whether the organisation holds a medical practice licence (医疗机构执业许可证).

field-school_level = Type of school
    .ask = Is your organisation a school, and of which kind?
    .hint = Anything that is not a school, such as a training company, chooses the first one.
    .where = See the kind of school on the school's licence (办学许可证) or registration certificate.

field-landline = Office landline
    .ask = Do you have an office landline in the province where you file?
    .hint = A fixed-line number with an area code; mobile phones do not count.
    .where = See which place the area code of the number belongs to, or ask the office staff.

## The people

field-identity = Principal's residency
    .ask = Where is the principal (主体负责人, the person who answers for the filing) from?
    .hint = If you file as an individual, that is you.
    .where = See which kind of identity document the principal holds.

field-id_document = Principal's ID
    .ask = Which identity document does the principal (主体负责人) use?
    .hint = If you file as an individual, that is you.
    .where = See the name printed on the document.

field-id_valid_days = Principal's ID validity
    .ask = In how many days does the principal's identity document expire?
    .hint = A number, or the expiry date, such as 2030-05-01; for an ID without end (长期) write 36500.
    .where = On a mainland ID card the validity is printed on the side with the national emblem.

field-id_in_province = Principal's address
    .ask = Is the address on the principal's ID in the province where you file?
    .hint = The printed address counts, not where the person lives now.
    .where = On a mainland ID card the address is printed on the side with the photo.

field-age = Youngest person's age
    .ask = How old is the youngest of the people in charge?
    .hint = A number, such as 30; if you file as an individual, your own age.
    .where = Count full years from the date of birth on the identity document.

field-youngest = Who is youngest
    .ask = Who is the youngest of the people in charge?
    .hint = The person whose age you gave as the youngest.
    .where = Compare the dates of birth on their identity documents.

field-phone_in_province = Mobile numbers
    .ask = Do the mobile numbers of all people in charge belong to the province where you file?
    .hint = What counts is where the number was issued (归属地); if one does not, answer no.
    .where = The mobile operator's hotline can tell you where a number belongs.

field-principal_is_legal_rep = Principal is legal rep
    .ask = Is the principal (主体负责人) the legal representative (法定代表人) as well?
    .hint = The legal representative is the person named on the organisation's document.
    .where = See the name in the field 法定代表人 or 负责人 of the organisation's document.

field-manager_is_principal = Manager is principal
    .ask = Is the site manager (网站负责人, who runs the site) the principal (主体负责人) as well?
    .hint = The principal answers for the whole filing; both may be the same person.
    .where = Ask within your organisation who is to be in charge of the site.

field-manager_is_legal_rep = Manager is legal rep
    .ask = Is the site manager (网站负责人, who runs the site) the legal representative (法定代表人)?
    .hint = The legal representative is the person named on the organisation's document.
    .where = See the name in the field 法定代表人 or 负责人 of the organisation's document.

field-manager_identity = Site manager's residency
    .ask = Where is the site manager (网站负责人, who runs the site) from?
    .hint = This is about a person other than the principal.
    .where = See which kind of identity document the site manager holds.

field-manager_id_document = Site manager's ID
    .ask = Which identity document does the site manager (网站负责人) use?
    .hint = This is about a person other than the principal.
    .where = See the name printed on the document.

field-manager_id_valid_days = Site manager's ID validity
    .ask = In how many days does the site manager's identity document expire?
    .hint = A number, or the expiry date, such as 2030-05-01; for an ID without end (长期) write 36500.
    .where = On a mainland ID card the validity is printed on the side with the national emblem.

field-manager_id_in_province = Site manager's address
    .ask = Is the address on the site manager's ID in the province where you file?
    .hint = The printed address counts, not where the person lives now.
    .where = On a mainland ID card the address is printed on the side with the photo.

field-manager_in_other_filings = Manager in other filings
    .ask = Is your site manager (网站负责人) also named in somebody else's filing?
    .hint = Somebody else means another organisation or person; your own other sites do not count.
    .where = The site manager is the best person to ask.

field-legal_rep_identity = Legal rep's residency
    .ask = Where is the legal representative (法定代表人) from?
    .hint = This is about the person, not about where the organisation is registered.
    .where = See which kind of identity document the legal representative holds.

field-legal_rep_id_in_province = Legal rep's address
    .ask = Is the address on the legal representative's ID in the province where you file?
    .hint = The printed address counts, not where the person lives now.
    .where = On a mainland ID card the address is printed on the side with the photo.

## Domain

field-domain = Domain
    .ask = Which domain do you want to file?
    .hint = For example abc.com, without http:// and www.
    .where = Sign in where you bought the domain: the console lists your domains.

field-domain_holder = Domain holder
    .ask = In whose name is the domain registered?
    .hint = As given at real-name verification; if you file as an individual and it is yours, choose the first one.
    .where = The registrar's console shows the holder of the domain.

field-domain_valid_days = Days left on the domain
    .ask = In how many days does the domain expire?
    .hint = A number, or the expiry date, such as 2027-05-01.
    .where = The registrar's console shows the expiry date.

field-domain_verified = Domain verification
    .ask = Has the domain passed real-name verification (实名认证, proof of who owns it)?
    .hint = You hand in an identity document to the registrar, and it is approved.
    .where = The registrar's console shows the verification status.

field-domain_verified_days = Days since verification
    .ask = How many days ago did the domain pass real-name verification (实名认证)?
    .hint = A number, or the date, such as 2026-05-01.
    .where = See the registrar's console, or the text message or email that you got then.

field-domain_registrar = Registrar's location
    .ask = Where is the registrar, the company that the domain is registered with?
    .hint = What counts is where that company is based, not where you were when you bought it.
    .where = See your order for the domain, or the registrar line in a WHOIS lookup.

field-domain_privacy = Domain privacy
    .ask = Is privacy protection switched on for the domain?
    .hint = With it, others cannot look up who holds the domain.
    .where = The registrar's console shows it and lets you switch it off.

field-domain_is_subdomain = Subdomain
    .ask = Is the address you want to use a subdomain?
    .hint = For example, abc.com is a main domain and blog.abc.com is one of its subdomains.
    .where = Look at the domain that you bought: with another part put in front, it is a subdomain.

field-apex_filed = Main domain filed
    .ask = Has the main domain of your subdomain been filed already?
    .hint = For blog.abc.com, the main domain is abc.com.
    .where = Look up the main domain on beian.miit.gov.cn.

field-domains_in_order = Domains in this order
    .ask = How many domains do you file this time?
    .hint = A number, such as 2.
    .where = Count the domains that you want to put in this application.

field-domains_total = Domains in all
    .ask = How many domains do you have in all, those filed already and those of this time?
    .hint = A number, such as 5.
    .where = Look up those filed already on beian.miit.gov.cn and add those of this time.

field-domain_prefixes = Domain prefixes in all
    .ask = How many different prefixes do all your domains have, this time included?
    .hint = abc.com and abc.cn have one prefix, abc.com and 123.com have two.
    .where = Look up those filed already on beian.miit.gov.cn, add those of this time, and count.

field-prefixes_in_site = Prefixes on this site
    .ask = How many different prefixes do the domains of this one site have?
    .hint = abc.com and abc.cn have one prefix, abc.com and 123.com have two.
    .where = Count the domains that are to lead to this site.

field-domains_lead_to_one_site = Domains lead to one site
    .ask = Do all these domains open the same website?
    .hint = If one of them opens another site, answer no.
    .where = Ask the person who builds the site how the domains are set up.

## Site

field-site_name = Site name
    .ask = What is the name of the website?
    .hint = The name that goes into the filing (in Chinese), not the domain.
    .where = If there is none yet, agree on one with the people involved.

field-content = Site content
    .ask = Which of these will your website offer?
    .hint = You may choose several; write their numbers separated by spaces, such as 1 3.
    .where = See which sections the site is to have, or ask the person who builds it.

field-approval_held = Approvals in hand
    .ask = For which kinds of content do you have the official approval in hand?
    .hint = You may choose several, numbers separated by spaces; if there are none, answer none.
    .where = See the licences and approval letters that your organisation keeps.

field-approval_waived = Approvals not needed
    .ask = For which kinds of content did the authority tell you that no approval is needed?
    .hint = You may choose several, numbers separated by spaces; if there are none, answer none.
    .where = Call the authority that approves this kind of content.

field-commercial = Commercial licence
    .ask = Does your site need a commercial ICP licence (经营性 ICP 许可证)?
    .hint = Usually needed if the site provides information or services to its users for a fee.
    .where = If in doubt, ask your access provider's support or the communications authority (通信管理局) of the province.

field-site_online = Site online
    .ask = Can visitors open the website already?
    .hint = If the domain opens and shows the site's content, answer yes.
    .where = Try to open your domain on a phone.

field-sites_in_order = Sites in this order
    .ask = How many websites do you file this time?
    .hint = A number, such as 1.
    .where = Count the websites that you want to put in this application.

field-sites_total = Sites in all
    .ask = How many websites do you have in all, those filed already and those of this time?
    .hint = A number, such as 3.
    .where = Look up those filed already on beian.miit.gov.cn and add those of this time.

field-filed_sites_open = Filed sites open
    .ask = Do all sites you filed before open, with their filing number at the bottom of the page?
    .hint = Yes only if all of them do; if you never filed before, answer yes too.
    .where = Open each site that you filed before and look at the bottom of the page.

field-filing_age_days = Age of the filing
    .ask = How many days ago was your filing number issued?
    .hint = A number, or the date, such as 2024-05-01; if you have no number yet, write 0.
    .where = Look up your filing on beian.miit.gov.cn: the result shows the date of approval.

## Server

field-server = Server product
    .ask = Which server or product does the site run on?
    .hint = The product that you bought for the site and that you choose in the filing.
    .where = Sign in to your access provider's console and see which product you bought.

field-server_mainland = Server in the mainland
    .ask = Is the server in mainland China?
    .hint = For Hong Kong, Macao, Taiwan and other countries answer no.
    .where = See the region (地域) in the server list of your access provider's console.

field-server_months = Months of server bought
    .ask = For how many months in all is the server bought?
    .hint = A number, such as 12; renewals count too.
    .where = The orders in your access provider's console show the period that you bought.

field-server_billing = Server billing
    .ask = How is the server paid for?
    .hint = Either months or years in advance, or for what you use.
    .where = See the billing method in the server's details in your access provider's console.

field-server_bandwidth = Public bandwidth
    .ask = Was public bandwidth (公网带宽) bought for the server?
    .hint = It is the connection over which people on the internet reach the server.
    .where = See the bandwidth in the server's details in your access provider's console.

field-server_same_account = Same account
    .ask = Was the server bought with the same account that you file with?
    .hint = If they are two different accounts, answer no.
    .where = Sign in with the account that you file with and see whether the console shows the server.

field-server_order_yuan = Order amount
    .ask = How much was the order, in yuan?
    .hint = A number, such as 99.
    .where = See the orders or billing page in your access provider's console.

field-server_change = Change of server
    .ask = Does a site that is filed already move to another server?
    .hint = Provider means the company that the server is bought from.
    .where = Compare where the old and the new server were bought.

field-edge_products = Other cloud products
    .ask = Which of these products do you use as well?
    .hint = You may choose several, numbers separated by spaces; if you use none, answer none.
    .where = Sign in to your access provider's console and see which products are active.

field-account_site = Account site
    .ask = On which site of the provider was your account opened?
    .hint = Alibaba Cloud, for example: aliyun.com is the China site, alibabacloud.com the international one.
    .where = Look at the web address where you sign in.

## Changes and access

field-name_change = Change of name
    .ask = Has the name of your organisation changed?
    .hint = Related: still the same business under a new name; unrelated: another business took its place.
    .where = Compare the licence with the old one, or look up the registered changes (国家企业信用信息公示系统).

field-number_changed = Document number changed
    .ask = Has the number of the document changed since the filing?
    .hint = For example, an old registration number became a unified social credit code (统一社会信用代码).
    .where = Compare the number on today's document with the one used for the filing.

field-change_to = Filer after the change
    .ask = Who will the filing belong to after the change?
    .hint = Whether a person or an organisation will own the site then.
    .where = See whether a person's or an organisation's document is to be used after the change.

field-individual_is_legal_rep_of_unit = Person leads the unit
    .ask = Is the person who filed before the legal representative (法定代表人) of the new organisation?
    .hint = The legal representative is the person named on the organisation's document.
    .where = See the name in the field 法定代表人 of the organisation's document.

field-original_name_matches = Name as filed
    .ask = Is your name the same as in the existing filing?
    .hint = The organisation's or your own; if one character differs, answer no.
    .where = Look up your filing on beian.miit.gov.cn and see the filer's name (主办单位名称).

field-original_number_matches = Number as filed
    .ask = Is your document number the same as in the existing filing?
    .hint = The organisation's document, or your own ID if you file as an individual.
    .where = Sign in to the console of the provider you filed with and see the number in the filing.

field-original_people_match = People as filed
    .ask = Are the people in charge the same as in the existing filing?
    .hint = Yes only if both the principal (主体负责人) and the site manager (网站负责人) are the same.
    .where = Sign in to the console of the provider you filed with and see who is named in the filing.

field-original_access_cancelled = Old access cancelled
    .ask = Has the old provider cancelled its access (取消接入) for your site?
    .hint = If the old provider still serves the site, answer no.
    .where = Ask the support of the provider that you filed with.

field-subject_at_provider = Filer record at provider
    .ask = Does the access provider you chose hold your filer record (主体) already?
    .hint = The filer record is the part of a filing about you or your organisation.
    .where = Sign in to the provider's filing console and see whether your filer record is there.

## What is ready

field-held = Materials in hand
    .ask = Which of the materials and approvals are ready?
    .hint = You may choose several, numbers separated by spaces; if there are none, answer none.
    .where = Go through the list with the papers that you or your organisation keep.
