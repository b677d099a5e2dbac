# Image of one service. Build the jars first (./verify, or ./mvnw -DskipTests package), then docker-compose builds this
# with MODULE=gateway, catalog-service, profile-service or assessment-service.
FROM eclipse-temurin:25-jre AS layers
ARG MODULE
WORKDIR /build
COPY ${MODULE}/target/${MODULE}-1.0.0-SNAPSHOT-exec.jar service.jar
RUN java -Djarmode=tools -jar service.jar extract --layers --destination layers

FROM eclipse-temurin:25-jre
RUN useradd --system --uid 10001 --no-create-home skill-ladder
WORKDIR /service
COPY --from=layers /build/layers/dependencies/ ./
COPY --from=layers /build/layers/spring-boot-loader/ ./
COPY --from=layers /build/layers/snapshot-dependencies/ ./
COPY --from=layers /build/layers/application/ ./
USER 10001
ENV SERVER_ADDRESS=0.0.0.0 SERVER_PORT=8080
EXPOSE 8080
COPY compose/healthy /usr/local/bin/healthy
HEALTHCHECK --interval=5s --timeout=4s --start-period=300s --retries=5 CMD ["bash", "/usr/local/bin/healthy"]
ENTRYPOINT ["java", "-XX:MaxRAMPercentage=60", "-XX:+UseSerialGC", "-XX:+ExitOnOutOfMemoryError", "-Djava.io.tmpdir=/tmp", "-jar", "service.jar"]
