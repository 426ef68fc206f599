package dev.countersign.cli.command;

import dev.countersign.assess.trust.Moment;
import dev.countersign.attest.trust.TrustPolicy;
import dev.countersign.cli.console.Console;
import dev.countersign.cli.console.Refused;
import dev.countersign.cli.trust.GivenTrust;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Options about whose word counts, and when. */
final class TrustOptions {
  @Option(
      names = "--trust",
      paramLabel = "FILE",
      description = "The trust policy. Otherwise the nearest countersign-trust.yaml.")
  @Nullable Path trust;

  @Option(
      names = "--public-key",
      paramLabel = "FILE",
      description = "Trusts whoever has this key, in PEM, and nobody else.")
  @Nullable Path publicKey;

  @Option(
      names = "--ca",
      paramLabel = "FILE",
      description =
          "Trusts certificates of this authority, in PEM, and nobody else; may be repeated. Needs"
              + " --subject.")
  List<Path> authorities = List.of();

  @Option(
      names = "--subject",
      paramLabel = "NAME",
      description = "In whose name the certificate has to be: its e-mail, URI, DNS or whole name.")
  @Nullable String subject;

  @Option(names = "--any-subject", description = "Whoever the authority certified will do.")
  boolean anySubject;

  @Option(
      names = "--identity",
      paramLabel = "NAME",
      description = "Trusts this e-mail or URI of a Sigstore certificate; needs --issuer.")
  @Nullable String identity;

  @Option(
      names = "--issuer",
      paramLabel = "URL",
      description = "The OpenID provider that has to vouch for the identity.")
  @Nullable String issuer;

  @Option(
      names = "--trusted-root",
      paramLabel = "FILE",
      description = "Sigstore's trusted root, to verify without the network.")
  @Nullable Path trustedRoot;

  @Option(
      names = "--as-of",
      paramLabel = "DATE",
      converter = Day.class,
      description = "Judges keys and certificates as of this day, such as 2027-01-31.")
  @Nullable LocalDate asOf;

  /**
   * Who is trusted.
   *
   * @param signed what they signed: a statement, or the bundle of a model
   * @throws Refused if several are named, or one is named by halves or cannot be used
   */
  TrustPolicy policy(Path signed) {
    if (Stream.of(trust, publicKey, authorities.isEmpty() ? null : authorities, identity)
            .filter(Objects::nonNull)
            .count()
        > 1) {
      throw new Refused(
          "more than one says whom to trust. Name one: --trust, --public-key, --ca or --identity.");
    }
    return named(signed)
        .orElseGet(
            () -> GivenTrust.nearest(signed.toAbsolutePath().normalize().resolveSibling("")));
  }

  private Optional<TrustPolicy> named(Path signed) {
    return Optional.ofNullable(trust)
        .map(GivenTrust::file)
        .or(() -> Optional.ofNullable(publicKey).map(GivenTrust::key))
        .or(() -> authorities.isEmpty() ? Optional.empty() : Optional.of(certified(signed)))
        .or(() -> Optional.ofNullable(identity).map(this::vouchedFor));
  }

  private TrustPolicy certified(Path signed) {
    if (subject == null && !anySubject) {
      throw new Refused(
          "an authority certifies many. Say in whose name the certificate has to be: --subject"
              + " NAME; or --any-subject, if anybody's will do.");
    }
    return GivenTrust.authorities(authorities, Optional.ofNullable(subject), signed);
  }

  private TrustPolicy vouchedFor(String who) {
    if (issuer == null) {
      throw new Refused(
          "anybody can call themselves " + who + ". Say who has to vouch for it: --issuer URL.");
    }
    return GivenTrust.sigstore(issuer, who, Optional.ofNullable(trustedRoot));
  }

  /** The day of the judgement. */
  LocalDate day(Console console) {
    return asOf == null ? console.today() : asOf;
  }

  /** The time of the judgement. */
  Instant at(Console console) {
    return Moment.on(day(console)).at();
  }
}
