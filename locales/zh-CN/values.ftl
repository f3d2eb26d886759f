# Words for the values of fields: labels of buttons, and words in lists. Fields with the same list of values share them.

## Yes and no

value-yes = 是
value-no = 否

## provider

value-provider-aliyun = 阿里云
value-provider-tencent = 腾讯云
value-provider-other = 其他服务商

## operation

value-operation-first_filing = 首次备案
value-operation-add_site = 新增网站
value-operation-add_domain = 新增域名
value-operation-add_access = 新增接入
value-operation-change = 变更备案
value-operation-cancel = 注销备案

## channel

value-channel-web = 电脑网页
value-channel-app = 手机 App
value-channel-mini_program = 小程序

## filer

value-filer-individual = 个人
value-filer-enterprise = 企业
value-filer-sole_proprietor = 个体工商户
value-filer-government = 政府机关
value-filer-public_institution = 事业单位
value-filer-social_organization = 社会团体
value-filer-private_non_enterprise = 民办非企业单位
value-filer-foundation = 基金会
value-filer-law_firm = 律师事务所
value-filer-accounting_firm = 会计师事务所
value-filer-military = 军队

## province

value-province-beijing = 北京
value-province-tianjin = 天津
value-province-hebei = 河北
value-province-shanxi = 山西
value-province-inner_mongolia = 内蒙古
value-province-liaoning = 辽宁
value-province-jilin = 吉林
value-province-heilongjiang = 黑龙江
value-province-shanghai = 上海
value-province-jiangsu = 江苏
value-province-zhejiang = 浙江
value-province-anhui = 安徽
value-province-fujian = 福建
value-province-jiangxi = 江西
value-province-shandong = 山东
value-province-henan = 河南
value-province-hubei = 湖北
value-province-hunan = 湖南
value-province-guangdong = 广东
value-province-guangxi = 广西
value-province-hainan = 海南
value-province-chongqing = 重庆
value-province-sichuan = 四川
value-province-guizhou = 贵州
value-province-yunnan = 云南
value-province-tibet = 西藏
value-province-shaanxi = 陕西
value-province-gansu = 甘肃
value-province-qinghai = 青海
value-province-ningxia = 宁夏
value-province-xinjiang = 新疆

## identity

value-identity-mainland = 中国内地居民
value-identity-hong_kong_macao = 港澳居民
value-identity-taiwan = 台湾居民
value-identity-foreign = 外籍人士

## id_document

value-id_document-resident_id = 居民身份证
value-id_document-temporary_resident_id = 临时身份证
value-id_document-first_generation_id = 第一代身份证
value-id_document-household_register = 户口簿
value-id_document-hmt_residence_permit = 港澳台居民居住证
value-id_document-mainland_travel_permit = 通行证（回乡证、台胞证）
value-id_document-passport = 护照
value-id_document-officer_id = 军官证
value-id_document-hong_kong_id = 香港身份证

## unit_document

value-unit_document-business_license = 营业执照
value-unit_document-organization_code = 组织机构代码证
value-unit_document-social_credit_code = 统一社会信用代码证书
value-unit_document-institution_certificate = 事业单位法人证书
value-unit_document-social_organization_certificate = 社会团体法人登记证书
value-unit_document-private_non_enterprise_certificate = 民办非企业单位登记证书
value-unit_document-foundation_certificate = 基金会法人登记证书
value-unit_document-other = 其他证件

## cluster_address

value-cluster_address-none = 不是集群地址
value-cluster_address-qianhai = 前海的集群地址
value-cluster_address-elsewhere = 前海以外的集群地址

## name_change

value-name_change-none = 没有变更
value-name_change-related = 变了，前后有关联
value-name_change-unrelated = 变了，前后无关联

## change_to

value-change_to-individual = 个人
value-change_to-unit = 单位

## domain_holder

value-domain_holder-filer = 主办单位（个人即本人）
value-domain_holder-legal_rep = 法定代表人
value-domain_holder-shareholder = 股东
value-domain_holder-executive = 单位主要负责人、高管
value-domain_holder-other = 其他人

## domain_registrar

value-domain_registrar-mainland = 境内注册商
value-domain_registrar-abroad = 境外注册商

## content

value-content-news = 时政新闻
value-content-publishing = 网络出版、电子书刊
value-content-drugs_devices = 药品和医疗器械
value-content-culture = 音乐、动漫等文化产品
value-content-audiovisual = 视频、直播等视听节目
value-content-education = 教育培训
value-content-healthcare = 医疗保健
value-content-ride_hailing = 网约车
value-content-bulletin_board = 论坛、留言板
value-content-finance = 金融
value-content-games = 网络游戏
value-content-religion = 宗教
value-content-blog = 博客、个人空间
value-content-unit_portal = 单位官网（企业官网）
value-content-shopping = 网上购物、商城
value-content-e_commerce = 电子商务
value-content-e_government = 电子政务
value-content-online_payment = 网上支付
value-content-instant_messaging = 即时通信
value-content-search_engine = 搜索引擎
value-content-advertising = 网络广告
value-content-email = 电子邮箱
value-content-sms = 短信、彩信
value-content-paid_information = 有偿信息
value-content-wap = WAP 网站
value-content-travel = 旅游
value-content-securities = 证券
value-content-hazardous_chemicals = 危险化学品
value-content-none = 以上都没有

## server

value-server-ecs = 阿里云 ECS
value-server-virtual_host = 阿里云虚拟主机
value-server-lightweight = 阿里云轻量应用服务器
value-server-elastic_web = 阿里云弹性 Web 托管
value-server-nat_gateway = 阿里云 NAT 网关
value-server-ipv6_translation = 阿里云 IPv6 转换服务
value-server-ens = 阿里云 ENS
value-server-iot_package = 阿里云物联网套餐包
value-server-marketplace = 阿里云云市场建站产品
value-server-cvm = 腾讯云 CVM 云服务器
value-server-site_builder = 腾讯云建站主机
value-server-self_hosted = 自己的服务器或机房

## server_billing

value-server_billing-subscription = 包年包月
value-server_billing-pay_as_you_go = 按量付费

## edge_products

value-edge_products-oss = OSS 对象存储
value-edge_products-cdn = CDN 内容分发
value-edge_products-waf = WAF 网站防火墙
value-edge_products-anti_ddos = 高防 IP（防 DDoS）

## youngest

value-youngest-principal = 主体负责人
value-youngest-manager = 网站负责人
value-youngest-legal_rep = 法定代表人

## server_change

value-server_change-none = 不换
value-server_change-same_provider = 换，服务商不变
value-server_change-other_provider = 换，服务商也变

## account_site

value-account_site-china = 中国站
value-account_site-international = 国际站

## unit_level

value-unit_level-national = 国家级
value-unit_level-provincial = 省级
value-unit_level-local = 市县级及以下

## school_level

value-school_level-none = 不是学校
value-school_level-below_high_school = 高中以下
value-school_level-high_school_or_above = 高中及以上

## licence_form

value-licence_form-original = 原件
value-licence_form-copy = 复印件

## stage

value-stage-preparing = 准备材料
value-stage-submitted = 已提交，等初审
value-stage-first_review_passed = 初审通过
value-stage-first_review_failed = 初审未通过
value-stage-photo_taken = 已拍照，等复审
value-stage-second_review_failed = 复审未通过
value-stage-authority_review = 管局审核中
value-stage-authority_rejected = 管局已驳回
value-stage-approved = 备案已通过
value-days = { $number } 天
value-days-over = 已过期
value-years = { $number } 岁
value-none = 没有
