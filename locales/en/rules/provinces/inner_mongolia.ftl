# What Inner Mongolia (内蒙古) asks for, where the words of the patterns do not say it.

rule-inner_mongolia-mail-papers = Verification papers to send by post
    .text = Post these: two originals each of the verification sheet (核验单) and of the information security agreement (信息安全管理协议), the in-person verification photo, a copy of the filer's document and a copy of the site manager's identity document.
rule-inner_mongolia-sheet-after-rejection = Returned filing: post the sheet again
    .text = If the authority (管局) returns your filing, post the verification sheet (核验单) once more.
rule-inner_mongolia-legal-rep-residence-permit = Legal representative's residence permit
    .text = If the legal representative (法定代表人) is not from Inner Mongolia, upload their Inner Mongolia residence permit (居住证) or temporary residence permit (暂住证).
rule-inner_mongolia-manager-from-anywhere = Site manager may be from elsewhere
    .text = Whether the site manager's (网站负责人) document is from Inner Mongolia is not expressly regulated.
rule-inner_mongolia-purpose-remark = Website remarks: what the site is for
    .text = Explain in detail in the website remarks (网站备注) what the site will be used for. If you chose “其他” (other) as its content, describe content and purpose in still more detail.
rule-inner_mongolia-id-in-province = Address on your document in Inner Mongolia
    .text = To file as an individual, the address on your document must be in Inner Mongolia. If it is not, upload an Inner Mongolia residence permit (居住证) or temporary residence permit (暂住证).
rule-inner_mongolia-residence-permit = Inner Mongolia residence permit
    .text = If the address on your document is outside Inner Mongolia, upload an Inner Mongolia residence permit (居住证) or temporary residence permit (暂住证); either will do.
