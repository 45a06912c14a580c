package org.bellbuoy.cli;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;
import javax.xml.stream.XMLStreamException;
import org.bellbuoy.core.reject.Reject;
import org.bellbuoy.core.source.Content;
import org.bellbuoy.core.source.Input;
import org.bellbuoy.core.source.Inputs;
import org.bellbuoy.core.source.SourceException;
import org.bellbuoy.core.source.SourceInfo;
import org.bellbuoy.register.bods.BodsReader;
import org.bellbuoy.register.bods.BodsWriter;
import org.bellbuoy.register.cables.CableReader;
import org.bellbuoy.register.cyclonedx.BomReader;
import org.bellbuoy.register.cyclonedx.BomWriter;
import org.bellbuoy.register.exchange.Dropped;
import org.bellbuoy.register.exchange.ExchangeReader;
import org.bellbuoy.register.exchange.Loaded;
import org.bellbuoy.register.folder.FolderOptions;
import org.bellbuoy.register.folder.FolderWriter;
import org.bellbuoy.register.folder.RegisterFolder;
import org.bellbuoy.register.ftm.FtmReader;
import org.bellbuoy.register.ftm.FtmWriter;
import org.bellbuoy.register.gleif.GleifReader;
import org.bellbuoy.register.lists.ListReader;
import org.bellbuoy.register.model.Entity;
import org.bellbuoy.register.model.Register;
import org.bellbuoy.register.model.Role;
import org.bellbuoy.register.model.Source;
import org.bellbuoy.register.out.AssetMap;
import org.bellbuoy.register.out.GraphMl;

/** Reads and writes registers in all their forms. */
final class RegisterExchange {
  private final Environment environment;

  RegisterExchange(Environment environment) {
    this.environment = environment;
  }

  /**
   * What was read.
   *
   * @param notes sentences on what was read otherwise than it was written
   * @param problems sentences on files that could not be read to their end; among the notes too
   */
  record Read(Register register, List<Reject> rejects, List<String> notes, List<String> problems) {}

  Read read(RegisterFormat format, List<Path> files) throws IOException, SourceException {
    List<Reject> rejects = new ArrayList<>();
    return switch (format) {
      case FOLDER -> folder(files, rejects);
      case BODS -> bods(files, rejects);
      case FTM -> exchanged(FtmReader.of(rejects::add), files, rejects);
      case CYCLONEDX -> exchanged(BomReader.of(rejects::add), files, rejects);
      case GLEIF -> exchanged(GleifReader.of(rejects::add), files, rejects);
      case CABLES -> exchanged(CableReader.of(rejects::add), files, rejects);
      case LIST -> exchanged(ListReader.of(rejects::add), files, rejects);
      case GRAPHML, GEOJSON -> throw new IllegalArgumentException(format + " is not read");
    };
  }

  private Read folder(List<Path> files, List<Reject> rejects) throws SourceException {
    if (files.size() != 1) {
      throw CommandException.usage("--from folder takes one folder.");
    }
    RegisterFolder.Loaded loaded =
        RegisterFolder.load(
            environment.workingFolder().resolve(files.getFirst()).toString(),
            FolderOptions.forHeap(Runtime.getRuntime().maxMemory()),
            rejects::add);
    return new Read(loaded.register(), rejects, loaded.problems(), loaded.problems());
  }

  /** What reading a written folder would reject. */
  List<Reject> readAgain(Path folder) throws SourceException {
    List<Reject> rejects = new ArrayList<>();
    folder(List.of(folder), rejects);
    return rejects;
  }

  private Read bods(List<Path> files, List<Reject> rejects) throws IOException, SourceException {
    List<Source> sources = new ArrayList<>();
    List<Entity> entities = new ArrayList<>();
    List<Role> roles = new ArrayList<>();
    List<String> notes = new ArrayList<>();
    List<String> problems =
        each(
            files,
            (in, name, index) -> {
              Loaded loaded = BodsReader.read(in, name, index, rejects::add);
              sources.addAll(loaded.sources());
              entities.addAll(loaded.entities());
              roles.addAll(loaded.roles());
              notes.addAll(loaded.notes());
            });
    notes.addAll(problems);
    return new Read(Register.of(sources, entities, roles), rejects, notes, problems);
  }

  private Read exchanged(ExchangeReader reader, List<Path> files, List<Reject> rejects)
      throws IOException, SourceException {
    List<String> problems = each(files, reader::read);
    Loaded loaded = reader.loaded();
    List<String> notes = new ArrayList<>(loaded.notes());
    notes.addAll(problems);
    return new Read(
        Register.of(loaded.sources(), loaded.entities(), loaded.roles()), rejects, notes, problems);
  }

  /** What is done with a file. */
  private interface Each {
    void read(InputStream in, String name, int index) throws IOException;
  }

  private List<String> each(List<Path> files, Each each) throws IOException, SourceException {
    List<String> problems = new ArrayList<>();
    List<Input> inputs =
        Inputs.find(
            files.stream().map(f -> environment.workingFolder().resolve(f).toString()).toList(),
            InputStream.nullInputStream());
    for (int i = 0; i < inputs.size(); i++) {
      try (Content content = Content.open(inputs.get(i))) {
        each.read(new ContentBytes(content), content.name(), i);
        SourceInfo info = content.finish("register");
        String problem = info.problem();
        if (problem != null) {
          problems.add(problem);
        }
      }
    }
    return problems;
  }

  /** Content as a stream; its end tells nothing of why, which the content itself does. */
  private static final class ContentBytes extends InputStream {
    private final Content content;

    ContentBytes(Content content) {
      this.content = content;
    }

    @Override
    public int read() {
      byte[] one = new byte[1];
      return content.read(one) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] bytes, int from, int length) {
      return length == 0 ? 0 : content.read(bytes, from, length);
    }
  }

  /** Writes a register and says what the form cannot hold. */
  Dropped write(Register register, RegisterFormat format, Path out, String day) throws IOException {
    if (format == RegisterFormat.FOLDER) {
      return folder(register, out);
    }
    Path folder = out.toAbsolutePath().getParent();
    Path name = out.getFileName();
    if (folder == null || name == null || Files.isDirectory(out)) {
      throw CommandException.usage("--out " + out + " must name a file.");
    }
    Files.createDirectories(folder);
    Dropped[] dropped = {new Dropped()};
    WholeFile.write(
        folder, name.toString(), writer -> dropped[0] = file(register, format, writer, day));
    return dropped[0];
  }

  private static Dropped file(
      Register register, RegisterFormat format, BufferedWriter writer, String day)
      throws IOException {
    return switch (format) {
      case BODS -> {
        BodsWriter.Written written = BodsWriter.write(register, day);
        writer.write("[");
        String between = "\n";
        for (JsonNode statement : written.statements()) {
          writer.write(between);
          writer.write(statement.toString());
          between = ",\n";
        }
        writer.write("\n]\n");
        yield written.dropped();
      }
      case FTM -> FtmWriter.write(register, lines(writer));
      case CYCLONEDX -> {
        BomWriter.Written written = BomWriter.write(register);
        writer.write(written.bill().toPrettyString());
        writer.write('\n');
        yield written.dropped();
      }
      case GRAPHML -> {
        try {
          yield GraphMl.write(register, writer);
        } catch (XMLStreamException e) {
          throw new IOException("GraphML could not be written: " + e.getMessage(), e);
        }
      }
      case GEOJSON -> AssetMap.write(register, writer);
      case FOLDER, GLEIF, CABLES, LIST ->
          throw new IllegalArgumentException(format + " is no file that is written");
    };
  }

  private static Consumer<com.fasterxml.jackson.databind.node.ObjectNode> lines(
      BufferedWriter writer) {
    return node -> {
      try {
        writer.write(node.toString());
        writer.write('\n');
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    };
  }

  /** What lies in a folder is somebody's work: nothing is written over it. */
  private static Dropped folder(Register register, Path out) throws IOException {
    if (Files.isDirectory(out)) {
      try (Stream<Path> held = Files.list(out)) {
        if (held.findAny().isPresent()) {
          throw CommandException.usage("--out " + out + " is not empty; name a new folder.");
        }
      }
    }
    Files.createDirectories(out);
    return FolderWriter.write(
        register, name -> Files.newBufferedWriter(out.resolve(name), StandardCharsets.UTF_8));
  }
}
