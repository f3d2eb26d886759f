# Words for the values of fields: labels of buttons, and words in lists. Fields with the same list of values share them.

## Yes and no

value-yes = Yes
value-no = No

## provider

value-provider-aliyun = Alibaba Cloud
value-provider-tencent = Tencent Cloud
value-provider-other = Another provider

## operation

value-operation-first_filing = First filing
value-operation-add_site = Add a website
value-operation-add_domain = Add a domain
value-operation-add_access = Access filing (接入备案)
value-operation-change = Change filing
value-operation-cancel = Cancel a filing

## channel

value-channel-web = Website
value-channel-app = Mobile app
value-channel-mini_program = Mini program

## filer

value-filer-individual = Individual
value-filer-enterprise = Enterprise (company)
value-filer-sole_proprietor = Sole proprietor (个体工商户)
value-filer-government = Government body
value-filer-public_institution = Public institution (事业单位)
value-filer-social_organization = Social organisation (社会团体)
value-filer-private_non_enterprise = Private non-enterprise (民办非企业)
value-filer-foundation = Foundation
value-filer-law_firm = Law firm
value-filer-accounting_firm = Accounting firm
value-filer-military = Military

## province

value-province-beijing = Beijing
value-province-tianjin = Tianjin
value-province-hebei = Hebei
value-province-shanxi = Shanxi
value-province-inner_mongolia = Inner Mongolia
value-province-liaoning = Liaoning
value-province-jilin = Jilin
value-province-heilongjiang = Heilongjiang
value-province-shanghai = Shanghai
value-province-jiangsu = Jiangsu
value-province-zhejiang = Zhejiang
value-province-anhui = Anhui
value-province-fujian = Fujian
value-province-jiangxi = Jiangxi
value-province-shandong = Shandong
value-province-henan = Henan
value-province-hubei = Hubei
value-province-hunan = Hunan
value-province-guangdong = Guangdong
value-province-guangxi = Guangxi
value-province-hainan = Hainan
value-province-chongqing = Chongqing
value-province-sichuan = Sichuan
value-province-guizhou = Guizhou
value-province-yunnan = Yunnan
value-province-tibet = Tibet
value-province-shaanxi = Shaanxi
value-province-gansu = Gansu
value-province-qinghai = Qinghai
value-province-ningxia = Ningxia
value-province-xinjiang = Xinjiang

## identity

value-identity-mainland = Mainland China
value-identity-hong_kong_macao = Hong Kong or Macao
value-identity-taiwan = Taiwan
value-identity-foreign = Another country

## id_document

value-id_document-resident_id = Resident ID card
value-id_document-temporary_resident_id = Temporary ID card
value-id_document-first_generation_id = First-generation ID card
value-id_document-household_register = Household register (户口簿)
value-id_document-hmt_residence_permit = HK, Macao, Taiwan residence permit
value-id_document-mainland_travel_permit = Mainland travel permit (通行证)
value-id_document-passport = Passport
value-id_document-officer_id = Military officer's ID
value-id_document-hong_kong_id = Hong Kong ID card

## unit_document

value-unit_document-business_license = Business licence (营业执照)
value-unit_document-organization_code = Organisation code certificate
value-unit_document-social_credit_code = Social credit code certificate
value-unit_document-institution_certificate = Public institution certificate
value-unit_document-social_organization_certificate = Social organisation certificate
value-unit_document-private_non_enterprise_certificate = Private non-enterprise certificate
value-unit_document-foundation_certificate = Foundation certificate
value-unit_document-other = Another document

## cluster_address

value-cluster_address-none = No cluster address
value-cluster_address-qianhai = Cluster address in Qianhai (前海)
value-cluster_address-elsewhere = Cluster address elsewhere

## name_change

value-name_change-none = Not changed
value-name_change-related = Changed, related
value-name_change-unrelated = Changed, unrelated

## change_to

value-change_to-individual = Individual
value-change_to-unit = Organisation

## domain_holder

value-domain_holder-filer = The filer
value-domain_holder-legal_rep = Legal representative
value-domain_holder-shareholder = Shareholder
value-domain_holder-executive = Head or senior executive
value-domain_holder-other = Someone else

## domain_registrar

value-domain_registrar-mainland = In mainland China
value-domain_registrar-abroad = Abroad

## content

value-content-news = Political and current news
value-content-publishing = Online publishing, e-books
value-content-drugs_devices = Drugs and medical devices
value-content-culture = Music, comics, animation
value-content-audiovisual = Video, live streaming
value-content-education = Education and training
value-content-healthcare = Healthcare
value-content-ride_hailing = Ride-hailing
value-content-bulletin_board = Forum, message board
value-content-finance = Finance
value-content-games = Online games
value-content-religion = Religion
value-content-blog = Blog, personal page
value-content-unit_portal = Company website
value-content-shopping = Online shop
value-content-e_commerce = E-commerce
value-content-e_government = E-government
value-content-online_payment = Online payment
value-content-instant_messaging = Instant messaging
value-content-search_engine = Search engine
value-content-advertising = Online advertising
value-content-email = Email service
value-content-sms = Text messages (SMS, MMS)
value-content-paid_information = Paid information
value-content-wap = WAP site
value-content-travel = Travel
value-content-securities = Securities
value-content-hazardous_chemicals = Hazardous chemicals
value-content-none = None of these

## server

value-server-ecs = Alibaba Cloud ECS
value-server-virtual_host = Alibaba Cloud Web Hosting
value-server-lightweight = Alibaba Cloud lightweight server
value-server-elastic_web = Alibaba Cloud Elastic Web Hosting
value-server-nat_gateway = Alibaba Cloud NAT Gateway
value-server-ipv6_translation = Alibaba Cloud IPv6 Translation
value-server-ens = Alibaba Cloud ENS
value-server-iot_package = Alibaba Cloud IoT package
value-server-marketplace = Alibaba Cloud Marketplace site
value-server-cvm = Tencent Cloud CVM
value-server-site_builder = Tencent Cloud site builder host
value-server-self_hosted = Own server or server room

## server_billing

value-server_billing-subscription = Subscription
value-server_billing-pay_as_you_go = Pay as you go

## edge_products

value-edge_products-oss = OSS (object storage)
value-edge_products-cdn = CDN (content delivery)
value-edge_products-waf = WAF (web firewall)
value-edge_products-anti_ddos = Anti-DDoS

## youngest

value-youngest-principal = Principal
value-youngest-manager = Site manager
value-youngest-legal_rep = Legal representative

## server_change

value-server_change-none = No
value-server_change-same_provider = Yes, same provider
value-server_change-other_provider = Yes, to another provider

## account_site

value-account_site-china = China site
value-account_site-international = International site

## unit_level

value-unit_level-national = National
value-unit_level-provincial = Provincial
value-unit_level-local = City, county or below

## school_level

value-school_level-none = Not a school
value-school_level-below_high_school = Below high school
value-school_level-high_school_or_above = High school or above

## licence_form

value-licence_form-original = Original
value-licence_form-copy = Photocopy

## stage

value-stage-preparing = Preparing
value-stage-submitted = Submitted
value-stage-first_review_passed = First review passed
value-stage-first_review_failed = First review failed
value-stage-photo_taken = Photo taken
value-stage-second_review_failed = Second review failed
value-stage-authority_review = Under review by authority
value-stage-authority_rejected = Rejected by authority
value-stage-approved = Approved
value-days = { $number } days
value-days-over = expired
value-years = { $number } years
value-none = None
