package dev.countersign.inspect.pmml;

import dev.countersign.inspect.Artefact;
import dev.countersign.inspect.Examination;
import dev.countersign.inspect.Format;
import dev.countersign.inspect.bytes.Broken;
import dev.countersign.inspect.xml.Xml;
import java.io.IOException;
import java.util.Set;

/**
 * Models written as PMML. The standard has no code in it; extensions may hold anything, and JPMML
 * calls Java classes by the names of functions.
 *
 * @see <a href="https://dmg.org/pmml/v4-4-1/GeneralStructure.html">the format</a>
 */
public final class PmmlFormat implements Format {
  @Override
  public String id() {
    return "pmml";
  }

  @Override
  public String title() {
    return "PMML";
  }

  @Override
  public Set<String> endings() {
    return Set.of("pmml");
  }

  @Override
  public boolean recognises(Artefact artefact) throws IOException {
    return Xml.begins(artefact, "PMML");
  }

  @Override
  public void inspect(Artefact artefact, Examination examination) throws Broken, IOException {
    PmmlLook look = new PmmlLook(examination);
    Xml.read(artefact, examination, look);
    look.tell();
  }
}
