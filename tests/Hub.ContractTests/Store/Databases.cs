namespace Hub.ContractTests.Store;

public sealed class SqliteIntake() : IntakeContract(TestDatabase.SqliteAsync);

public sealed class PostgresIntake() : IntakeContract(TestDatabase.PostgresAsync);

public sealed class SqliteDelivery() : DeliveryContract(TestDatabase.SqliteAsync);

public sealed class PostgresDelivery() : DeliveryContract(TestDatabase.PostgresAsync);

public sealed class SqliteOperator() : OperatorContract(TestDatabase.SqliteAsync);

public sealed class PostgresOperator() : OperatorContract(TestDatabase.PostgresAsync);

public sealed class SqliteAction() : ActionContract(TestDatabase.SqliteAsync);

public sealed class PostgresAction() : ActionContract(TestDatabase.PostgresAsync);

public sealed class SqliteTokens() : TokenContract(TestDatabase.SqliteAsync);

public sealed class PostgresTokens() : TokenContract(TestDatabase.PostgresAsync);

public sealed class SqliteAudit() : AuditContract(TestDatabase.SqliteAsync);

public sealed class PostgresAudit() : AuditContract(TestDatabase.PostgresAsync);

public sealed class SqliteInstallation() : InstallationContract(TestDatabase.SqliteAsync);

public sealed class PostgresInstallation() : InstallationContract(TestDatabase.PostgresAsync);

public sealed class SqliteExchange() : ExchangeContract(TestDatabase.SqliteAsync);

public sealed class PostgresExchange() : ExchangeContract(TestDatabase.PostgresAsync);

public sealed class SqliteRecord() : RecordContract(RecordBench.SqliteAsync);

public sealed class PostgresRecord() : RecordContract(RecordBench.PostgresAsync);

public sealed class MemoryRecord() : RecordContract(RecordBench.MemoryAsync);

public sealed class SqliteRecordSchema() : RecordSchemaContract(TestDatabase.SqliteAsync);

public sealed class PostgresRecordSchema() : RecordSchemaContract(TestDatabase.PostgresAsync);

public sealed class SqliteSearch() : SearchContract(TestDatabase.SqliteAsync);

public sealed class PostgresSearch() : SearchContract(TestDatabase.PostgresAsync);

public sealed class SqliteFailures() : FailureContract(TestDatabase.SqliteAsync);

public sealed class PostgresFailures() : FailureContract(TestDatabase.PostgresAsync);

public sealed class SqliteFlows() : FlowContract(TestDatabase.SqliteAsync);

public sealed class PostgresFlows() : FlowContract(TestDatabase.PostgresAsync);

public sealed class SqliteStatistics() : StatisticsContract(TestDatabase.SqliteAsync);

public sealed class PostgresStatistics() : StatisticsContract(TestDatabase.PostgresAsync);

public sealed class SqliteBackup() : BackupContract(TestDatabase.SqliteAsync);

public sealed class PostgresBackup() : BackupContract(TestDatabase.PostgresAsync);

public sealed class SqliteProof() : ProofContract(TestDatabase.SqliteAsync);

public sealed class PostgresProof() : ProofContract(TestDatabase.PostgresAsync);

public sealed class SqliteHealth() : HealthContract(TestDatabase.SqliteAsync);

public sealed class PostgresHealth() : HealthContract(TestDatabase.PostgresAsync);

public sealed class SqliteRetention() : RetentionContract(TestDatabase.SqliteAsync);

public sealed class PostgresRetention() : RetentionContract(TestDatabase.PostgresAsync);
