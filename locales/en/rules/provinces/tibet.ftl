# What Tibet (西藏) asks for, where the words of the patterns do not say it.

rule-tibet-party-confirmation = Confirmation letter (党政机关确认函)
    .text = A first filing needs a confirmation letter from the party and government bodies (党政机关确认函). Ask the local cyberspace office (网信办) how to get it and what it takes.
rule-tibet-mail-party-confirmation = Post the confirmation letter
    .text = Once the access provider (Alibaba Cloud in the source) has passed its review, post the confirmation letter (党政机关确认函) to the authority (管局).
rule-tibet-access-name-matches = Filer's name as in the original filing
    .text = For an access filing (接入备案), the filer's name must be the same as in the filing on record with MIIT (工信部). If it differs, first change the filing at the original provider, or give a proof of change (变更证明) from the business registration office (工商部门).
rule-tibet-access-name-proof = Proof of the change of name (access filing)
    .text = If the name differs and you have not first changed the filing at the original provider, access needs a proof of change (变更证明) from the business registration office (工商部门). Without it, cancel the filing and apply again.
rule-tibet-unit-free-change = Filing may change to any organisation or person
    .text = The filing of an organisation may be changed to another organisation or an individual; no proof of the change is needed.
