package org.bellbuoy.server.simulate;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;

/** A Windows event in the flat form of exports: one JSON object on a line. */
final class EventLine {
  private static final JsonFactory FACTORY = new JsonFactory();
  private static final String SYSMON = "Microsoft-Windows-Sysmon/Operational";

  private final long epochMillis;
  private final String channel;
  private final String provider;
  private final int id;
  private final int level;
  private final Map<String, String> data = new LinkedHashMap<>();
  private String message = "";

  private EventLine(long epochMillis, String channel, String provider, int id, int level) {
    this.epochMillis = epochMillis;
    this.channel = channel;
    this.provider = provider;
    this.id = id;
    this.level = level;
  }

  static EventLine of(long epochMillis, String channel, String provider, int id, int level) {
    return new EventLine(epochMillis, channel, provider, id, level);
  }

  /** A process began: Sysmon 1. */
  static EventLine process(
      long epochMillis, String image, String command, String parent, String parentCommand) {
    return of(epochMillis, SYSMON, "Microsoft-Windows-Sysmon", 1, 4)
        .with("RuleName", "-")
        .with("UtcTime", utc(epochMillis))
        .with("ProcessId", Long.toString(2000 + epochMillis % 20000))
        .with("Image", image)
        .with("CommandLine", command)
        .with("CurrentDirectory", "C:\\Windows\\system32\\inetsrv\\")
        .with("User", "IIS APPPOOL\\SIMULATED")
        .with("ParentImage", parent)
        .with("ParentCommandLine", parentCommand)
        .says("Process Create:\r\nImage: " + image + "\r\nCommandLine: " + command);
  }

  /** A process began: Security 4688. */
  static EventLine created(long epochMillis, String image, String command, String parent) {
    return of(epochMillis, "Security", "Microsoft-Windows-Security-Auditing", 4688, 0)
        .with("SubjectUserName", "SIMULATED$")
        .with("NewProcessId", "0x" + Long.toHexString(2000 + epochMillis % 20000))
        .with("NewProcessName", image)
        .with("CommandLine", command)
        .with("ParentProcessName", parent)
        .says("A new process has been created.");
  }

  /** A file came to be: Sysmon 11. */
  static EventLine fileCreated(long epochMillis, String image, String file) {
    return of(epochMillis, SYSMON, "Microsoft-Windows-Sysmon", 11, 4)
        .with("RuleName", "-")
        .with("UtcTime", utc(epochMillis))
        .with("ProcessId", Long.toString(2000 + epochMillis % 20000))
        .with("Image", image)
        .with("TargetFilename", file)
        .with("CreationUtcTime", utc(epochMillis))
        .says("File created:\r\nImage: " + image + "\r\nTargetFilename: " + file);
  }

  /** A cmdlet was run: MSExchange Management. */
  static EventLine cmdlet(long epochMillis, String cmdlet, String parameters) {
    return of(epochMillis, "MSExchange Management", "MSExchange CmdletLogs", 1, 4)
        .with("Data1", cmdlet)
        .with("Data2", parameters)
        .says("Cmdlet suceeded. Cmdlet " + cmdlet + ", parameters " + parameters + ".");
  }

  /** Configuration of IIS changed. */
  static EventLine configuration(long epochMillis, String path, String value) {
    return of(
            epochMillis,
            "Microsoft-IIS-Configuration/Operational",
            "Microsoft-Windows-IIS-Configuration",
            29,
            4)
        .with("ConfigPath", "MACHINE/WEBROOT/APPHOST")
        .with("EditOperationType", "0")
        .with("Configuration", path)
        .with("NewValue", value)
        .says("Changes to '" + path + "' have successfully been committed. New value: " + value);
  }

  EventLine with(String name, String value) {
    data.put(name, value);
    return this;
  }

  EventLine says(String text) {
    message = text;
    return this;
  }

  long epochMillis() {
    return epochMillis;
  }

  String file() {
    return Layout.EVENTS + channel.replace("/", "%4") + ".jsonl";
  }

  private static String utc(long epochMillis) {
    String text = Instant.ofEpochMilli(epochMillis - epochMillis % 1000).toString();
    return text.replace('T', ' ').replace("Z", ".%03d".formatted(epochMillis % 1000));
  }

  String json(String host) {
    StringWriter text = new StringWriter();
    try (JsonGenerator json = FACTORY.createGenerator(text)) {
      json.writeStartObject();
      json.writeStringField("SourceName", provider);
      json.writeNumberField("Level", level);
      json.writeStringField("Channel", channel);
      json.writeStringField("Hostname", host);
      json.writeStringField("TimeCreated", utc(epochMillis).replace(' ', 'T') + "Z");
      json.writeNumberField("EventID", id);
      json.writeStringField("Message", message);
      json.writeStringField("Remark", "SIMULATED");
      for (Map.Entry<String, String> one : data.entrySet()) {
        json.writeStringField(one.getKey(), one.getValue());
      }
      json.writeEndObject();
    } catch (IOException e) {
      throw new UncheckedIOException(e); // a StringWriter does not fail
    }
    return text.toString();
  }
}
