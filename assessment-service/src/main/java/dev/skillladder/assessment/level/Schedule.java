package dev.skillladder.assessment.level;

import org.springframework.context.annotation.Configuration;
import org.springframework.scheduling.annotation.EnableScheduling;

/** Lets work start by itself as time passes. */
@Configuration(proxyBeanMethods = false)
@EnableScheduling
class Schedule {}
