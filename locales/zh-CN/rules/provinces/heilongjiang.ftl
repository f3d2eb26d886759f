# What Heilongjiang (黑龙江) asks for, where the words of the patterns do not say it.

rule-heilongjiang-mail-sheet = 邮寄真实性核验单
    .text = 请把《网站备案信息真实性核验单》寄给黑龙江管局。
rule-heilongjiang-safety-pledge = 安全责任书（一式三份）
    .text = 随核验单再寄《互联网网站备案安全责任书》，一式三份。在黑龙江，它代替别处用的《信息安全管理协议》。
rule-heilongjiang-mail-copies = 证件复印件（各两份）
    .text = 请邮寄：单位或您本人有效证件的复印件，网站主办者身份证的复印件，各两份。
rule-heilongjiang-domain-certificate = 域名证书（两份）
    .text = 邮寄的资料里要有域名证书，一式两份。
rule-heilongjiang-original-approval = 前置审批文件原件
    .text = 网站内容涉及药品、文化等需要前置审批的，请交审批文件的原件。
rule-heilongjiang-original-approval-education = 教育类审批文件原件（旧规）
    .text = 以前，网站涉及教育内容时要交前置审批文件的原件。
rule-heilongjiang-original-approval-healthcare = 医疗类审批文件原件（旧规）
    .text = 以前，网站涉及医疗内容时要交前置审批文件的原件。
rule-heilongjiang-licence = 单位证件的种类符合要求
    .text = 可以用的单位证件：{ $documents }。企业如果已经换成统一社会信用代码的证件，就要用这张证件备案；还没有换的，可以用营业执照。
rule-heilongjiang-papers-seal = 邮寄资料都盖公章
    .text = 企业网站邮寄的每一份资料，都要加盖单位公章。
rule-heilongjiang-papers-signature = 邮寄资料都签名
    .text = 个人网站邮寄的每一份资料，都要由您本人签字。
