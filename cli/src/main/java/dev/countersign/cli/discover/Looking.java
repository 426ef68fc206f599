package dev.countersign.cli.discover;

import dev.countersign.cli.compare.Comparison;
import dev.countersign.discover.Confidence;
import dev.countersign.discover.Discovery;
import dev.countersign.discover.Inventory;
import dev.countersign.discover.Remembered;
import dev.countersign.discover.cache.Cache;
import dev.countersign.discover.component.Component;
import dev.countersign.discover.component.Components;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Looks through repositories one after the other.
 *
 * @param cache the folder of what is remembered; empty to read every file
 * @param least how sure a component has to be to be listed
 */
public record Looking(Optional<Path> cache, Confidence least) {
  /** The inventories, in the order of the folders. */
  public List<Inventoried> through(List<Path> folders, LookingProgress progress) {
    List<Inventoried> inventories = new ArrayList<>();
    for (Path folder : folders) {
      progress.starts(folder, inventories.size() + 1, folders.size());
      inventories.add(through(folder, progress));
    }
    progress.ends();
    return inventories;
  }

  private Inventoried through(Path folder, LookingProgress progress) {
    Remembered remembered =
        cache.<Remembered>map(at -> Cache.open(at, folder)).orElse(Remembered.NOTHING);
    Inventory inventory = Discovery.of(folder, remembered, progress::looked);
    List<Component> components = Components.of(inventory);
    return new Inventoried(
        folder,
        inventory.files(),
        inventory.unchanged(),
        components,
        least,
        inventory.limits(),
        Comparison.in(folder, components));
  }
}
