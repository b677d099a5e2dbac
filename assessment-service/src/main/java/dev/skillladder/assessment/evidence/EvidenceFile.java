package dev.skillladder.assessment.evidence;

import java.time.Instant;
import java.util.UUID;

/**
 * A file that belongs to evidence.
 *
 * @param type media type, told by its content
 * @param size in bytes
 * @param sha256 of its content, in hexadecimal
 */
record EvidenceFile(UUID id, String name, String type, long size, String sha256, UUID uploadedBy, Instant uploadedAt) {}
