package org.bellbuoy.server.config;

/**
 * One setting worth knowing. Untrusted text, with keys blotted out.
 *
 * @param topic what it is about
 * @param place where it stands
 * @param subject name of the module, handler, site or folder; empty where there is none
 * @param value what is set
 * @param odd whether someone should explain it; else it is common
 * @param sentence for people
 */
public record ConfigFact(
    ConfigTopic topic,
    ConfigPlace place,
    String subject,
    String value,
    boolean odd,
    String sentence) {}
