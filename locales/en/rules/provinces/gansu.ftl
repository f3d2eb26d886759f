# What Gansu (甘肃) asks for, where the words of the patterns do not say it.

rule-gansu-enterprise-licence = Duplicate (副本) of the company document
    .text = An enterprise in { $province } files with the duplicate (副本) of this document: { $documents }. No annual inspection stamp (年检章) is required.
rule-gansu-principal-is-legal-rep = Principal is the legal representative
    .text = The principal (主体负责人) must be the legal representative (法定代表人). If not, you need the legal representative's letter of authorisation (授权书) and a word on it in the filer remark (主体备注).
rule-gansu-principal-remark = Filer remark on the authorisation
    .text = If the principal (主体负责人) is not the legal representative, explain this in the filer remark (主体备注).
rule-gansu-sheet-signature = Verification sheet signed and sealed
    .text = Sign and seal the verification sheet (核验单) as it asks. The site manager (网站负责人) signs at the bottom, in the signature space.
rule-gansu-unit-access-data-matches = Name and number as in the original filing
    .text = For an access filing (接入备案), the filer's name and document number must match the filing on record with MIIT (工信部备案信息). If they do not, change first, or use a proof of change (变更证明) from the business registration office (工商部门).
rule-gansu-access-data-proof = Proof of change (access filing)
    .text = If the name or document number differs from the original filing and you have not made a change filing first, you need a proof of change (变更证明) from the business registration office (工商部门).
rule-gansu-unit-access-change-first = Change first, or after access with proof
    .text = If name or document number differs from the original filing, make a change filing (变更备案) at the original provider first; or, with the proof of change (变更证明), change after access succeeds. Without the proof, cancel the filing and apply again.
