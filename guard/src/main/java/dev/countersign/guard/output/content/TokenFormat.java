package dev.countersign.guard.output.content;

import java.util.List;

/**
 * A form of key or token that its issuer documents.
 *
 * @param prefix how it starts
 * @param length how long what follows is at least
 * @param checked whether it ends in a CRC-32 in base 62
 * @param name what it is
 */
record TokenFormat(String prefix, int length, boolean checked, String name) {
  static final List<TokenFormat> ALL =
      List.of(
          of("ghp_", 36, true, "GitHub token"),
          of("gho_", 36, true, "GitHub token"),
          of("ghu_", 36, true, "GitHub token"),
          of("ghs_", 36, true, "GitHub token"),
          of("ghr_", 36, true, "GitHub token"),
          of("github_pat_", 40, false, "GitHub token"),
          of("npm_", 36, true, "npm token"),
          of("glpat-", 20, false, "GitLab token"),
          of("AIza", 35, false, "Google API key"),
          of("GOCSPX-", 24, false, "Google client secret"),
          of("ya29", 30, false, "Google access token"),
          of("xoxb-", 20, false, "Slack token"),
          of("xoxp-", 20, false, "Slack token"),
          of("xoxa-", 20, false, "Slack token"),
          of("xoxr-", 20, false, "Slack token"),
          of("xoxs-", 20, false, "Slack token"),
          of("xoxe-", 20, false, "Slack token"),
          of("xapp-", 20, false, "Slack token"),
          of("sk_live_", 16, false, "Stripe key"),
          of("rk_live_", 16, false, "Stripe key"),
          of("whsec_", 24, false, "webhook secret"),
          of("sk-ant-", 20, false, "Anthropic key"),
          of("sk-proj-", 20, false, "OpenAI key"),
          of("sk-svcacct-", 20, false, "OpenAI key"),
          of("sk-", 32, false, "API key"),
          of("hf_", 30, false, "Hugging Face token"),
          of("gsk_", 40, false, "Groq key"),
          of("r8_", 30, false, "Replicate token"),
          of("xai-", 40, false, "xAI key"),
          of("pplx-", 40, false, "Perplexity key"),
          of("pypi-", 40, false, "PyPI token"),
          of("key-", 32, false, "Mailgun key"),
          of("dop_v1_", 64, false, "DigitalOcean token"),
          of("shpat_", 32, false, "Shopify token"),
          of("shpss_", 32, false, "Shopify secret"),
          of("sq0atp-", 22, false, "Square token"),
          of("sq0csp-", 40, false, "Square secret"),
          of("dapi", 32, false, "Databricks token"),
          of("lin_api_", 32, false, "Linear key"),
          of("ntn_", 40, false, "Notion token"),
          of("secret_", 40, false, "Notion token"),
          of("dckr_pat_", 24, false, "Docker token"),
          of("glsa_", 32, false, "Grafana token"),
          of("PMAK-", 40, false, "Postman key"),
          of("NRAK-", 24, false, "New Relic key"),
          of("figd_", 36, false, "Figma token"),
          of("hvs", 24, false, "Vault token"),
          of("AGE-SECRET-KEY-1", 50, false, "age key"),
          of("tskey-", 20, false, "Tailscale key"),
          of("EAACEdEose0cBA", 20, false, "Facebook token"));

  private static TokenFormat of(String prefix, int length, boolean checked, String name) {
    return new TokenFormat(prefix, length, checked, name);
  }
}
