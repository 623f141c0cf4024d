-- What our accounts have spent of the platforms' quotas: reserved before a call is made, never given back.
CREATE TABLE social_platform_quota_uses (
  platform text NOT NULL,
  account text NOT NULL,
  quota text NOT NULL,
  -- What was used where different uses are counted, for example a hashtag; empty where every call is.
  use text NOT NULL,
  slot timestamptz NOT NULL,
  ends_at timestamptz NOT NULL,
  uses integer NOT NULL CHECK (uses > 0),
  PRIMARY KEY (platform, account, quota, use, slot)
);

COMMENT ON TABLE social_platform_quota_uses IS
  'What our accounts have spent of the platforms'' quotas; a row counts until ends_at.';

-- What is left alone because the platform said so, also after a restart.
CREATE TABLE social_platform_quota_pauses (
  platform text NOT NULL,
  account text NOT NULL,
  -- A quota's name, or * for the whole account.
  scope text NOT NULL,
  ends_at timestamptz NOT NULL,
  reason text NOT NULL,
  PRIMARY KEY (platform, account, scope)
);

COMMENT ON TABLE social_platform_quota_pauses IS
  'Accounts, or single quotas of them, that are left alone until ends_at because the platform said so.';
