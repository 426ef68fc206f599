package dev.countersign.benchmarks;

import java.util.Locale;
import java.util.Random;

/**
 * Large threat models for measurements: units of twenty elements, each a small product with a
 * classifier and an agent, some of which call or feed one another. The same size and seed give the
 * same text.
 */
public final class GeneratedSystem {
  /** Elements in one unit. */
  public static final int UNIT = 20;

  private static final String[] ORIGINS = {
    "first-party", "production-logs", "user-submitted", "purchased", "scraped"
  };
  private static final String[] TRUST = {"public", "customer", "partner", "staff"};
  private static final String[] EFFECTS = {"read", "write", "send", "spend", "fetch"};

  private final Random random;
  private final StringBuilder[] sections = new StringBuilder[13];
  private final int units;

  private GeneratedSystem(int units, long seed) {
    this.units = units;
    random = new Random(seed);
    for (int i = 0; i < sections.length; i++) {
      sections[i] = new StringBuilder();
    }
  }

  /**
   * A {@code countersign.yaml}.
   *
   * @param elements how many; rounded up to whole units
   * @param seed chooses among systems of that size
   */
  public static String yaml(int elements, long seed) {
    int units = Math.max(1, (elements + UNIT - 1) / UNIT);
    GeneratedSystem system = new GeneratedSystem(units, seed);
    for (int unit = 0; unit < units; unit++) {
      system.unit(unit);
    }
    return system.text();
  }

  private void unit(int u) {
    line(0, "user-%d: { trust: %s, gains: a wrong decision }", u, pick(TRUST));
    line(0, "team-%d: staff", u);
    line(1, "zone-%d: { trust: staff, reachable-by: %s }", u, pick(TRUST));
    line(
        2,
        "items-%d: { origin: %s, writers: [user-%d], labels: { writers: [team-%d] }, sensitivity: personal, stored: store-%d }",
        u,
        pick(ORIGINS),
        u,
        u,
        u);
    line(2, "test-%d: { role: evaluation, origin: first-party, writers: [team-%d] }", u, u);
    line(
        3,
        "classifier-%d: { task: classification, origin: trained-here, trained-on: [items-%d], retrained: weekly, exposes: [score], proprietary: yes, stored: store-%d, format: %s }",
        u,
        u,
        u,
        random.nextBoolean() ? "pickle" : "onnx");
    line(3, "llm-%d: { task: generation, origin: hosted, updates: automatic, exposes: text }", u);
    line(
        4,
        "api-%d: { runs: classifier-%d, zone: zone-%d, callers: [user-%d%s], interface: api, authentication: account, accounts: self-service }",
        u,
        u,
        u,
        u,
        another(u));
    line(
        4,
        "agent-%d: { runs: llm-%d, zone: zone-%d, callers: [user-%d], interface: app, reads: [mail-%d], prompts: [prompt-%d], retrieves: [docs-%d], remembers: [memory-%d], uses: [look-up-%d, act-%d], renders: markdown, executes: nothing, acts-as: service, credentials: vault }",
        u,
        u,
        u,
        u,
        u,
        u,
        u,
        u,
        u,
        u);
    line(
        4,
        "trainer-%d: { runs: none, zone: zone-%d, callers: [team-%d], interface: job, reads: [items-%d], dependencies: floating }",
        u,
        u,
        u,
        u);
    line(5, "mail-%d: { medium: email, writers: [anyone], starts-run: yes }", u);
    line(6, "prompt-%d: { holds: [instructions, business-rules], writers: [team-%d] }", u, u);
    line(
        7,
        "docs-%d: { writers: [user-%d], admission: none, sensitivity: internal, scope: all }",
        u,
        u);
    line(8, "memory-%d: { scope: user, confirmed: no, sensitivity: personal }", u);
    line(
        9,
        "look-up-%d: { effect: read, origin: own, reads: [items-%d], authority: component }",
        u,
        u);
    line(
        9,
        "act-%d: { effect: %s, origin: community, updates: automatic, reversible: no, approval: none, authority: component, recipients: any }",
        u,
        pick(EFFECTS));
    line(
        10,
        "store-%d: { type: object-store, zone: zone-%d, readers: [team-%d], writers: [team-%d, trainer-%d], addressing: name }",
        u,
        u,
        u,
        u,
        u);
    line(
        11,
        "decide-%d: { by: classifier-%d, automation: automatic, volume: %d/day, reversible: no, if-wrong: { financial: %d EUR, per: decision } }",
        u,
        u,
        100 + random.nextInt(100_000),
        1 + random.nextInt(200));
    line(11, "advise-%d: { by: llm-%d, automation: advisory, reversible: yes }", u, u);
    line(12, "loop-%d: { from: [decide-%d], into: [items-%d], admission: automatic }", u, u, u);
  }

  /** One unit in four is called by the agent of another. */
  private String another(int unit) {
    return units > 1 && random.nextInt(4) == 0
        ? ", agent-" + ((unit + 1 + random.nextInt(Math.min(5, units - 1))) % units)
        : "";
  }

  private String pick(String[] words) {
    return words[random.nextInt(words.length)];
  }

  private void line(int section, String format, Object... values) {
    sections[section].append("  ").append(String.format(Locale.ROOT, format, values)).append('\n');
  }

  private String text() {
    String[] names = {
      "actors",
      "zones",
      "datasets",
      "models",
      "components",
      "channels",
      "prompts",
      "corpora",
      "memories",
      "tools",
      "stores",
      "decisions",
      "feedback-loops"
    };
    StringBuilder text =
        new StringBuilder(
            """
            countersign: 1
            system:
              id: generated
              purpose: Is as large as it was asked to be.
              ml-lead: ml@example.org
              security-lead: security@example.org
              next-checkpoint: 2099-01-01
            """);
    for (int i = 0; i < names.length; i++) {
      text.append(names[i]).append(":\n").append(sections[i]);
    }
    return text.toString();
  }
}
