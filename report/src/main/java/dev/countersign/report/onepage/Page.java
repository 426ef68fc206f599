package dev.countersign.report.onepage;

import java.util.List;
import java.util.Optional;

/**
 * What stands on the page, in order, the same in every kind of file.
 *
 * @param system its id
 * @param size how large the type is, a class of the style sheet
 * @param purpose what the system is for
 * @param verdict {@code pass} or {@code fail}
 * @param standing one line beside it
 * @param sections what is told, each under its heading
 * @param leftOut what found no room and where it is; empty if all is here
 * @param signatures the two blocks
 * @param imprint what the page was made from, when and by what
 */
public record Page(
    String system,
    String size,
    Phrase purpose,
    String verdict,
    Phrase standing,
    List<Section> sections,
    Optional<Phrase> leftOut,
    List<Signature> signatures,
    List<Phrase> imprint) {
  public Page {
    sections = List.copyOf(sections);
    signatures = List.copyOf(signatures);
    imprint = List.copyOf(imprint);
  }

  /**
   * Something that is told.
   *
   * @param heading two or three words
   * @param note a few words under the heading; may be empty
   * @param list whether its paragraphs are items of a list
   * @param opens whether a new part of the page begins here
   */
  public record Section(
      String heading, String note, List<Phrase> paragraphs, boolean list, boolean opens) {
    public Section {
      paragraphs = List.copyOf(paragraphs);
    }
  }

  /**
   * A place to sign or what became of a signature.
   *
   * @param role whose
   * @param named who is to sign; empty if nobody is named
   * @param state {@code unsigned}, {@code signed} or {@code void}
   * @param says one or two sentences
   */
  public record Signature(String role, Phrase named, String state, Phrase says) {
    /** Whether somebody may still sign here by hand. */
    public boolean toSign() {
      return !state.equals("signed");
    }
  }
}
