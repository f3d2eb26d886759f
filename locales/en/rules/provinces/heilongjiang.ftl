# What Heilongjiang (黑龙江) asks for, where the words of the patterns do not say it.

rule-heilongjiang-mail-sheet = Verification sheet, by post
    .text = Post the verification sheet (网站备案信息真实性核验单) to the Heilongjiang authority.
rule-heilongjiang-safety-pledge = Safety pledge, three copies
    .text = Along with the verification sheet, post three copies of the safety pledge for website filings (互联网网站备案安全责任书). In Heilongjiang it replaces the information security agreement (信息安全管理协议) used elsewhere.
rule-heilongjiang-mail-copies = Copies of documents, two each
    .text = Post two copies each of the valid document of your organisation, or of your own if you file as an individual, and of the ID card of the person who runs the site (网站主办者).
rule-heilongjiang-domain-certificate = Domain certificate, two copies
    .text = The papers that you post must include two copies of the domain certificate (域名证书).
rule-heilongjiang-original-approval = Pre-approval in the original
    .text = If your site's content needs a pre-approval (前置审批), such as drugs or culture, hand in the original of the approval document.
rule-heilongjiang-original-approval-education = Original approval for education (older rule)
    .text = In the past, a site with educational content had to hand in the original of its pre-approval (前置审批).
rule-heilongjiang-original-approval-healthcare = Original approval for health care (older rule)
    .text = In the past, a site with medical content had to hand in the original of its pre-approval (前置审批).
rule-heilongjiang-licence = Company document of an accepted kind
    .text = Accepted: { $documents }. An enterprise that has changed over to a document with a unified social credit code (统一社会信用代码) must file with that one; if it has not, the business licence (营业执照) will do.
rule-heilongjiang-papers-seal = Official seal on all posted papers
    .text = An enterprise puts its official seal (单位公章) on every paper that it posts.
rule-heilongjiang-papers-signature = Your signature on all posted papers
    .text = For a personal site, sign every paper that you post yourself.
