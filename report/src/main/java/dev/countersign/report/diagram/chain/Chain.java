package dev.countersign.report.diagram.chain;

import java.util.List;

/**
 * Cards with arrows between them, as {@link dev.countersign.report.diagram.svg.ChainPicture} draws
 * them. All texts are safe to show and not yet escaped.
 *
 * @param title of the picture
 * @param caption a sentence or two below it; in the colour of alarms where a card is not firm
 * @param cards in any order
 * @param arrows between cards; a cycle is drawn as if its last arrow were not there
 */
public record Chain(String title, String caption, List<Card> cards, List<Arrow> arrows) {
  public Chain {
    cards = List.copyOf(cards);
    arrows = List.copyOf(arrows);
  }

  /** What a card stands for, which decides its outline. */
  public enum Shape {
    /** Something that is kept: data, a model. */
    THING,
    /** Something that was done. */
    DEED
  }

  /** How its outline is drawn; {@link Card#note} says the same in words. */
  public enum Tone {
    /** It holds. */
    FIRM,
    /** Nobody has vouched for it. */
    LOOSE,
    /** It is missing or wrong. */
    BROKEN
  }

  /**
   * A card.
   *
   * @param id by which arrows name it
   * @param kind what it is, in one word or two
   * @param name what it is called
   * @param details further lines
   * @param note what its word is worth; may be empty
   */
  public record Card(
      String id,
      Shape shape,
      Tone tone,
      String kind,
      String name,
      List<String> details,
      String note) {
    public Card {
      details = List.copyOf(details);
    }
  }

  /** From what went in to what came out, by the ids of their cards. */
  public record Arrow(String from, String to) {}
}
