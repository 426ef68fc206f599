package dev.countersign.inspect;

import java.util.Optional;
import java.util.OptionalLong;

/**
 * One thing found in an artefact.
 *
 * @param rule what it is
 * @param member where in the artefact: members of archives from the outside in, each after a {@code
 *     !}, as {@code !archive/data.pkl}; empty for the artefact itself. Text of the artefact: make
 *     it safe before it is shown
 * @param offset the byte in the innermost member, from 0, where it has one
 * @param subject what it is about, in the words of the format: an opcode, an operator, a path, as
 *     {@code REDUCE os.system('id')}. Text of the artefact: make it safe before it is shown
 * @param call the whole name of what would be called or imported, where it is one thing that has a
 *     name, as {@code os.system}; what a policy may allow
 */
public record Finding(
    Rule rule, String member, OptionalLong offset, String subject, Optional<String> call) {
  /** The longest text of an artefact that a finding repeats, in characters. */
  public static final int LONGEST = 400;

  public Finding {
    member = shortened(member);
    subject = shortened(subject);
  }

  private static String shortened(String text) {
    return text.length() <= LONGEST ? text : text.substring(0, LONGEST - 1) + "…";
  }
}
