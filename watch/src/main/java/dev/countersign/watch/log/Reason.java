package dev.countersign.watch.log;

/** Why a line is no event. */
public enum Reason {
  /** There is nothing in it: a message without content. */
  EMPTY("empty", "There is nothing in it."),
  /** It is no JSON, or no object. */
  JSON("json", "The line is no object of JSON."),
  /** It is of another form than was expected, or of another version of it. */
  FORM("form", "The line is not of the form that was expected."),
  /** A member that has to be there is not. */
  MISSING("missing", "A member that an event needs is missing."),
  /** A member is of another type than it has to be. */
  TYPE("type", "A member is of the wrong type."),
  /** Its time cannot be read. */
  TIME("time", "The time cannot be read."),
  /** Its time is later than can be. */
  CLOCK("clock", "The time lies in the future."),
  /** Its rows are not of one length. */
  ROWS("rows", "The rows are not of one length."),
  /** It is longer than lines may be. */
  LENGTH("length", "The line is longer than is read."),
  /** It tells of something else, and rightly so: a mapping leaves such lines out. */
  OTHER("other", "The mapping leaves such lines out.");

  private final String word;
  private final String says;

  Reason(String word, String says) {
    this.word = word;
    this.says = says;
  }

  /** As it stands in counts and in dead-letter files. */
  public String word() {
    return word;
  }

  /** As a sentence. */
  public String says() {
    return says;
  }
}
