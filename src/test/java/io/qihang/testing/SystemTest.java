package io.qihang.testing;

import io.qihang.QihangApplication;
import io.qihang.embedded.EmbeddedServices;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.annotation.Import;

/** A test against the whole running system: real PostgreSQL and Redis, real HTTP, a clock that can be moved. */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
@SpringBootTest(classes = QihangApplication.class, webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
@Import({EmbeddedServices.class, TestSupport.class})
public @interface SystemTest {}
