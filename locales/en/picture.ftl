# What the picture of a filing's progress says. The font of the picture holds the characters of this file only: after a change run .ci/subset-font.

picture-heading = ICP filing progress
picture-count = Step { $step } of { $of }

picture-step-prepare = Prepare
picture-step-provider = Provider's review
picture-step-identity = Identity check
picture-step-authority = Authority's review
picture-step-approved = Approved

picture-mark-present = You are here
picture-mark-rejected = Sent back
picture-mark-done = Done
