# What Beijing (北京) asks for, where the words of the patterns do not say it.

rule-beijing-list-of-domains = 北京备案确认书
    .text = 域名太多、核验单写不下时，可以用这份模板把所有域名列出来。
rule-beijing-principal-is-legal-rep = 主体负责人是法定代表人
    .text = 主体负责人要填法定代表人。确实做不到时，请改交法定代表人的授权委托书，再加上其身份证正反两面的电子件。
rule-beijing-principal-letter = 授权委托书和法定代表人身份证
    .text = 主体负责人不是法定代表人时，要交两样：法定代表人的授权委托书；法定代表人的身份证，正反两面的电子件，例如原件的彩色照片。
rule-beijing-domain-suffix-listed = 域名后缀在北京的清单里
    .text = 单位只能用清单内的后缀，例如 .com、.cn、.net、.top、.shop、.中国、.公司、.网络。清单以外的国别域名不支持；.hk、.tw、.asia、.jp、.so、.me、.icu、.io、.win、.org 都不行。
rule-beijing-domain-registered-here = 北京：域名须在内地注册
    .text = 域名要在中国内地注册。在内地以外注册的域名，北京不支持备案。
rule-beijing-list-may-change = 后缀清单可能变动
    .text = 北京管局如有新要求，支持的域名后缀随时可能变化。阿里云接到通知后会更新清单。
rule-beijing-name-and-number-proof = 名称和证件号码的变更证明
    .text = 单位名称和证件号码同时变更的，两项都要有变更证明：名称的变更，以及证件号码因三证合一的变更。
rule-beijing-number-merged-free = 仅因三证合一换号码：免证明
    .text = 如果只是证件号码因三证合一而变，不用提供变更证明。
rule-beijing-common-suffix = 用常见的域名后缀
    .text = 北京只接受 .com 这类常见后缀。.hk、.tw、.asia、.jp、.co、.io、.so、.biz、.me 等国别后缀不能备案。
rule-beijing-unit-id-kind-hong-kong-macao = 主体负责人（香港）用护照
    .text = 主体负责人是香港居民时，证件请用护照。回乡证和香港身份证都不接受。这条规则没有提到澳门居民。
rule-beijing-manager-id-kind-hong-kong-macao = 网站负责人（香港）用护照
    .text = 网站负责人是香港居民时，证件请用护照。回乡证和香港身份证都不接受。这条规则没有提到澳门居民。
rule-beijing-individual-id-kind-hong-kong-macao = 香港居民用护照备案
    .text = 香港居民请用护照备案。回乡证和香港身份证都不接受。这条规则没有提到澳门居民。
