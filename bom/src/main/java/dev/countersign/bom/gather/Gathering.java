package dev.countersign.bom.gather;

import dev.countersign.bom.Bill;
import dev.countersign.bom.Part;
import dev.countersign.bom.Service;
import dev.countersign.bom.SystemPart;
import dev.countersign.bom.lock.LockFiles;
import dev.countersign.model.SystemInfo;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Puts a bill together: the elements of the threat model with their files, what artefacts, cards,
 * statements and Croissant files say of them, and the libraries of the lock files. Reads files
 * only.
 */
public final class Gathering {
  private final Order order;
  private final ElementFiles files;
  private final LockFiles locks;

  private Gathering(Order order) {
    this.order = order;
    this.files = new ElementFiles(order);
    this.locks = LockFiles.of(order.folder());
  }

  /**
   * Gathers.
   *
   * @throws IOException if a file of an element cannot be read to its end
   */
  public static Bill of(Order order) throws IOException {
    return new Gathering(order).bill();
  }

  private Bill bill() throws IOException {
    Statements statements = Statements.of(order.folder());
    List<Part> parts = new ArrayList<>();
    parts.addAll(new DataParts(order, files, statements).all());
    parts.addAll(new ModelParts(order, files, statements).all());
    parts.addAll(new TextParts(order, files).all());
    parts.addAll(LibraryParts.of(locks.libraries()));
    parts.sort(Comparator.comparing(Part::kind).thenComparing(Part::ref));
    List<Service> services = new ServiceParts(order.system()).all();
    SystemPart system = system();
    return new Bill(
        system,
        parts,
        services,
        new Dependencies(order.system(), system.ref(), parts, services, locks).all(),
        order.made(),
        order.tool(),
        notes());
  }

  private SystemPart system() {
    SystemInfo info = order.system().info();
    Optional<String> purpose =
        Optional.of(info.purpose()).filter(it -> !it.equals(SystemInfo.PURPOSE_TO_WRITE));
    return new SystemPart(
        "system:" + info.id(),
        info.id(),
        Version.in(order.folder()),
        purpose,
        Stream.of(info.mlLead(), info.securityLead()).flatMap(Optional::stream).distinct().toList(),
        Flows.of(order.system()),
        SecurityPolicy.near(order.folder()),
        order.system().controls().keySet().stream().sorted().toList());
  }

  private List<String> notes() {
    List<String> notes = new ArrayList<>();
    if (order.drafted()) {
      notes.add(
          "Nobody has modelled this system: its parts are what countersign discover sees in the"
              + " files.");
    }
    if (!order.hash()) {
      notes.add("Files were not hashed (--no-hash).");
    }
    if (locks.files().isEmpty()) {
      notes.add("No lock file was found, so no library is listed.");
    }
    notes.addAll(locks.notes());
    notes.addAll(files.notes());
    return notes;
  }
}
