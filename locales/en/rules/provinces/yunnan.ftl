# What Yunnan (云南) asks for, where the words of the patterns do not say it.

rule-yunnan-no-special-content = No messaging, search, WAP or blog
    .text = As service content (网站服务内容), you cannot choose instant messaging, search engine, WAP or blog, unless the department concerned has approved it.
rule-yunnan-content-approval = Approval by the department concerned
    .text = If your site involves instant messaging, a search engine, WAP or a blog, provide a copy of the approval by the department concerned (审批同意文件).
rule-yunnan-original-access-cancelled = Old provider has let the site go
    .text = Before you apply, confirm with the original access provider that access (接入) has been cancelled there for the site in question.
rule-yunnan-cancel-original-access = First cancel access at the old provider
    .text = If access (接入) has not been cancelled at the original access provider yet, cancel it there first and then apply at the new provider.
rule-yunnan-access-within-a-month = Finish the access filing within a month
    .text = Once access is cancelled at the old provider, the authority's system (管局) counts the filing as an empty shell (空壳). Complete the whole access filing within one month, or the authority cancels it.
rule-yunnan-manager-checked = The site manager is checked in person
    .text = If the site manager (网站负责人) is not the legal representative, it is enough that the site manager appears for the check in person (当面核验).
rule-yunnan-income-proof = Proof of employment or income
    .text = If you are under { $years }, provide proof of employment (劳动就业证明) or of income (收入证明).
rule-yunnan-travel-approval = Pre-approval for travel content
    .text = If your personal site has travel content, get the pre-approval (前置审批) and provide the original of the approval document.
