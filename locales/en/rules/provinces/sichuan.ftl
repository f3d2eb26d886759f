# What Sichuan (四川) asks for, where the words of the patterns do not say it.

rule-sichuan-work-proof = Proof of work of the person in charge
    .text = If the ID number of your principal (主体负责人) or site manager (网站负责人) stands in the filings of several organisations or individuals, provide that person's proof of work (工作证明).
rule-sichuan-sheet-lists-domains = All domains on the sheet, no separate list
    .text = Every domain in the domain list of the sites that you file this time must be written on the verification sheet (核验单). A separate list of domains is not allowed.
rule-sichuan-homepage-matches-domains = Homepage URL matches the domain list
    .text = The homepage URL (首页 URL) must match the list of domains.
rule-sichuan-telecom-licence = Value-added telecom licence
    .text = WAP, instant messaging, online advertising, search engines, online games, email, paid information and SMS/MMS count as commercial. Get a value-added telecom licence (增值电信业务许可证) from the local authority (管局) before you choose them.
rule-sichuan-reachable-phone = Mobile number that reaches the person
    .text = The mobile number in the filing must be one on which the person can be reached.
rule-sichuan-office-phone = Local office phone of one's own
    .text = The office phone (办公电话) in the filing must be a local number that belongs to the person named.
rule-sichuan-principal-is-legal-rep = Principal is the legal representative
    .text = The principal (主体负责人) must be the organisation's legal representative (法定代表人). If not, you need a letter of authorisation (授权委托书).
rule-sichuan-shareholder-proof = Articles of association and other proof
    .text = If a shareholder holds the domain: articles of association (公司章程) from the last year, with shareholders and original stamp of the business registry, plus the shareholder's ID photos, the domain certificate and the proof (证明材料), with company seal.
rule-sichuan-executive-proof = Social insurance record or other proof
    .text = If the head or an executive holds the domain: a social insurance record from the last year (社保局 stamp), or an appointment letter, a contract or the like; photos of their identity document; and the proof (证明材料). All but the record with company seal.
rule-sichuan-commercial-statement = Statement on commercial activity
    .text = If the names, business scope or the like contain commercial wording, and the authority (管局) tells you that no commercial ICP licence (经营性ICP许可证) is needed when you apply, provide the organisation's statement (经营性说明书).
rule-sichuan-residence-permit = Proof of study, life or work in Sichuan
    .text = If the address on your document is outside { $province } (people from Hong Kong, Macao, Taiwan and abroad included), upload proof that you study, live or work there: student card, social insurance record, proof of employment or residence permit (居住证).
rule-sichuan-residence-permit-older = Residence permit for Sichuan (older rule)
    .text = If the address on your ID card is outside { $province }, provide a temporary residence permit (暂住证) or a residence permit (居住证).
