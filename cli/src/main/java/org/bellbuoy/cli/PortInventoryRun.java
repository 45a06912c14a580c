package org.bellbuoy.cli;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.bellbuoy.core.json.SafeText;
import org.bellbuoy.core.reject.Reject;
import org.bellbuoy.core.reject.RejectLog;
import org.bellbuoy.core.run.Progress;
import org.bellbuoy.core.source.Input;
import org.bellbuoy.core.source.SourceException;
import org.bellbuoy.port.identity.IdentityReading;
import org.bellbuoy.port.inventory.Approved;
import org.bellbuoy.port.inventory.CycloneDx;
import org.bellbuoy.port.inventory.Device;
import org.bellbuoy.port.inventory.DeviceCsv;
import org.bellbuoy.port.inventory.DeviceJson;
import org.bellbuoy.port.inventory.Inventory;
import org.bellbuoy.port.inventory.InventoryBuilder;
import org.bellbuoy.port.inventory.MacPrefixes;
import org.bellbuoy.port.watch.PortProtocols;
import org.bellbuoy.port.watch.PortReading;
import org.jspecify.annotations.Nullable;

/** Reads captures and writes the inventory of devices that they show. */
final class PortInventoryRun {
  private final Environment environment;
  private final PortInventoryCommand.Asked asked;

  PortInventoryRun(Environment environment, PortInventoryCommand.Asked asked) {
    this.environment = environment;
    this.asked = asked;
  }

  int run(List<Input> inputs) throws IOException, SourceException {
    long start = environment.nanoTime().getAsLong();
    // Files that are asked for are read first, so that a wrong one costs no reading of captures.
    MacPrefixes makers = makers();
    Approved approved = approved();
    List<String> names = inputs.stream().map(Input::name).toList();
    Progress progress =
        new Progress(
            environment.terminal() && !asked.json(),
            environment.err(),
            environment.nanoTime(),
            inputs.stream().mapToLong(input -> Math.max(0, input.storedBytes())).sum());
    Path file = asked.rejects();
    List<String> problems;
    try (RejectLog rejects = file == null ? RejectLog.counting() : RejectLog.to(file, names::get)) {
      InventoryBuilder builder = new InventoryBuilder();
      Consumer<Reject> rejected = reject -> add(rejects, reject);
      IdentityReading identity = new IdentityReading(builder, rejected, builder);
      PortReading.Result result =
          new PortReading(context -> identity.with(PortProtocols.all(context)))
              .read(
                  inputs,
                  new PortReading.Listeners(builder, builder, builder, identity),
                  rejects,
                  progress);
      Inventory inventory = builder.build(makers);
      export(inventory, names);
      if (asked.json()) {
        json(inventory, approved, names);
      } else {
        double seconds = (environment.nanoTime().getAsLong() - start) / 1e9;
        new InventoryTable(environment.out(), names, approved)
            .print(inventory, result.health().packets(), seconds);
      }
      tellRejects(rejects);
      problems = new ArrayList<>(result.problems());
      if (result.health().packets() == 0) {
        problems.add("No packet was read; nothing can be said, which is no all-clear.");
      }
    }
    problems.forEach(
        problem -> environment.err().println("bellbuoy: " + SafeText.visible(problem)));
    return problems.isEmpty() ? Bellbuoy.OK : Bellbuoy.FAILED;
  }

  private static void add(RejectLog rejects, Reject reject) {
    try {
      rejects.add(reject);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private MacPrefixes makers() throws IOException, SourceException {
    Path oui = asked.oui();
    if (oui == null) {
      return MacPrefixes.builtIn();
    }
    try (InputStream in = Files.newInputStream(environment.workingFolder().resolve(oui))) {
      return MacPrefixes.with(in, oui.toString());
    } catch (NoSuchFileException e) {
      throw new CommandException("--oui " + oui + " does not exist.");
    }
  }

  private @Nullable Approved approved() throws IOException, SourceException {
    Path list = asked.approved();
    if (list == null) {
      return null;
    }
    try {
      return Approved.read(
          // Bytes that are no UTF-8 are replaced, not refused.
          new InputStreamReader(
              Files.newInputStream(environment.workingFolder().resolve(list)),
              StandardCharsets.UTF_8),
          list.toString());
    } catch (NoSuchFileException e) {
      throw new CommandException("--approved " + list + " does not exist.");
    }
  }

  private void export(Inventory inventory, List<String> names) throws IOException {
    Path cycloneDx = asked.cycloneDx();
    if (cycloneDx != null) {
      write(
          cycloneDx,
          writer -> CycloneDx.write(inventory.devices(), names::get, Version.text(), writer));
    }
    Path csv = asked.csv();
    if (csv != null) {
      write(csv, writer -> DeviceCsv.write(inventory.devices(), names::get, writer));
    }
  }

  private void write(Path file, WholeFile.Body body) {
    Path whole = environment.workingFolder().resolve(file).toAbsolutePath();
    Path folder = Optional.ofNullable(whole.getParent()).orElse(whole);
    WholeFile.write(
        folder, Optional.ofNullable(whole.getFileName()).orElse(whole).toString(), body);
  }

  private void json(Inventory inventory, @Nullable Approved approved, List<String> names)
      throws IOException {
    Writer writer =
        new BufferedWriter(
            new OutputStreamWriter(environment.out(), StandardCharsets.UTF_8), 1 << 16);
    for (Device device : inventory.devices()) {
      DeviceJson.write(device, names::get, approved == null ? null : approved.of(device), writer);
    }
    writer.flush();
  }

  private void tellRejects(RejectLog rejects) {
    if (rejects.total() == 0) {
      return;
    }
    Path file = asked.rejects();
    String counts =
        rejects.counts().entrySet().stream()
            .map(reason -> reason.getValue() + " " + reason.getKey())
            .collect(Collectors.joining(", "));
    environment
        .err()
        .println(
            "bellbuoy: Not read: "
                + counts
                + (file == null ? "; --rejects FILE tells each with its place." : "; see " + file));
  }
}
