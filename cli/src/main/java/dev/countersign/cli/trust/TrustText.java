package dev.countersign.cli.trust;

import dev.countersign.assess.trust.TrustAdvice;
import dev.countersign.assess.trust.TrustFile;
import dev.countersign.assess.trust.Trusted;
import dev.countersign.attest.key.KeyKind;
import dev.countersign.attest.key.PublicKeys;
import dev.countersign.attest.trust.Identity;
import dev.countersign.attest.trust.Role;
import dev.countersign.attest.trust.Rule;
import dev.countersign.cli.terminal.Line;
import dev.countersign.cli.terminal.Page;
import dev.countersign.cli.terminal.Style;
import dev.countersign.cli.terminal.Terminal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.stream.Collectors;

/** A trust policy for people. */
public final class TrustText {
  private static final int INDENT = 2;

  private TrustText() {}

  /** Who may say what, and what is odd about it. */
  public static String of(Trusted trusted, LocalDate today, Terminal terminal) {
    Page page = new Page(terminal);
    page.line(Line.of(Style.STRONG, trusted.shown()));
    for (Identity identity : trusted.policy().identities()) {
      page.blank().line(Line.of(Style.NAME, identity.id()).add(recognised(identity)));
      trusted.policy().rules().stream()
          .filter(rule -> rule.identity().equals(identity.id()))
          .forEach(rule -> page.line(INDENT, INDENT + 2, Line.of(said(rule))));
    }
    advice(page, TrustAdvice.of(trusted, today));
    return page.toString();
  }

  /** How to start where there is none. */
  public static String none(Terminal terminal) {
    Page page = new Page(terminal);
    page.line("There is no " + TrustFile.NAME + " here or above, so no signature proves anything.");
    page.blank().line(Line.of(Style.STRONG, "Next:"));
    page.line(INDENT, Line.of("Each who signs makes a key, and gives you the public half:"));
    page.verbatim(INDENT * 2, Style.STRONG, "countersign keys new --out ~/.keys/ada");
    page.line(INDENT, Line.of("Copy the public keys into the repository, and say who they are:"));
    page.verbatim(
        INDENT * 2,
        Style.STRONG,
        "countersign trust init --ml-lead ada=keys/ada.pub.pem --security-lead"
            + " ben=keys/ben.pub.pem");
    return page.toString();
  }

  /** What is odd, after an empty line. */
  static void advice(Page page, List<TrustAdvice> advice) {
    for (TrustAdvice one : advice) {
      page.blank()
          .line(
              0,
              INDENT,
              Line.of(Style.WARN, "warning")
                  .add(" " + one.place() + ": " + one.message() + " ")
                  .add(Style.STRONG, one.next()));
    }
  }

  private static String recognised(Identity identity) {
    String name = identity.name().equals(identity.id()) ? "" : " " + identity.name();
    return name
        + switch (identity) {
          case Identity.ByKey by ->
              ", by the %s key %s…"
                  .formatted(
                      KeyKind.of(by.key()).map(KeyKind::title).orElse("unknown"),
                      PublicKeys.fingerprint(by.key()).substring(0, 16));
          case Identity.ByCertificate by ->
              ", by a certificate of %s from %s"
                  .formatted(
                      by.subject(),
                      by.authorities().stream()
                          .map(authority -> authority.getSubjectX500Principal().getName())
                          .distinct()
                          .collect(Collectors.joining(" or ")));
          case Identity.BySigstore by ->
              ", as %s by Sigstore, vouched for by %s".formatted(by.subject(), by.issuer());
        };
  }

  private static String said(Rule rule) {
    return "speaks as "
        + rule.roles().stream().sorted().map(Role::word).collect(Collectors.joining(", "))
        + " of "
        + listed(rule.systems(), "every system")
        + ", about "
        + listed(rule.predicateTypes(), "everything")
        + rule.from().map(from -> ", from " + day(from)).orElse("")
        + rule.until().map(until -> ", until " + day(until.minusSeconds(1))).orElse("");
  }

  private static String listed(Collection<String> items, String all) {
    return items.isEmpty() ? all : items.stream().sorted().collect(Collectors.joining(", "));
  }

  private static LocalDate day(Instant moment) {
    return moment.atZone(ZoneOffset.UTC).toLocalDate();
  }
}
