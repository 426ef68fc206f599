package dev.countersign.inspect;

import dev.countersign.inspect.bytes.Broken;
import dev.countersign.inspect.bytes.Bytes;
import dev.countersign.inspect.engine.Budget;
import java.io.IOException;

/** Where a format tells what it finds in one artefact, and hands on what is inside of it. */
public interface Examination {
  /** Tells of a finding about the artefact as a whole. */
  void report(Rule rule, String subject);

  /**
   * Tells of a finding at a place.
   *
   * @param offset of its first byte in the artefact, from 0
   * @param subject in the words of the format; text of the artefact is fine
   */
  void report(Rule rule, long offset, String subject);

  /**
   * Tells of a finding about something that would be called or imported.
   *
   * @param call its whole name, as {@code os.system}: a policy may allow it
   */
  void reportCall(Rule rule, long offset, String subject, String call);

  /** Tells what the artefact says of itself; nothing where the value is blank. The first wins. */
  void fact(ArtefactFact fact, String value);

  /**
   * Looks into something inside of the artefact, by whatever format it is. Goes no deeper than
   * {@link Budget} allows, and says so.
   *
   * @param name its path inside, with {@code /}
   * @throws Broken only where nothing may be spent any more; let it pass
   */
  void member(String name, Bytes bytes) throws Broken, IOException;

  /** The same, where other members stand beside it. */
  void member(Artefact artefact) throws Broken, IOException;

  /**
   * Looks into something that is known to be of one format, whatever it looks like: a pickle in a
   * member that the loader unpickles.
   *
   * @param format its id
   */
  void memberAs(String format, String name, Bytes bytes) throws Broken, IOException;

  /**
   * Tells that the artefact is of a closer format than the one that reads it, as a zip that is one
   * of PyTorch. It counts for the policy instead of that one.
   *
   * @param id as a policy names it
   * @param title what people call it
   */
  void format(String id, String title);

  /** What may still be expanded, looked into and read. */
  Budget budget();
}
