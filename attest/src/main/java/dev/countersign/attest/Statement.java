package dev.countersign.attest;

import java.util.List;
import tools.jackson.databind.node.ObjectNode;

/**
 * An in-toto Statement v1 (https://github.com/in-toto/attestation, spec/v1/statement.md): a claim
 * of some type about some bytes. Nobody vouches for it until it stands in a signed {@link
 * dev.countersign.attest.bundle.Bundle}.
 *
 * @param subjects what it is about, at least one
 * @param predicateType URI that names the type and version of the claim
 * @param predicate the claim; must not be changed by whoever gets it
 */
public record Statement(List<Subject> subjects, String predicateType, ObjectNode predicate) {
  /** The only value of {@code _type} that is read or written. */
  public static final String TYPE = "https://in-toto.io/Statement/v1";

  /** The media type under which envelopes carry statements. */
  public static final String PAYLOAD_TYPE = "application/vnd.in-toto+json";

  public Statement {
    subjects = List.copyOf(subjects);
  }
}
